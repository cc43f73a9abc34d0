package org.ophiura.app.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.IOException;

/** TensorBoard's HistogramProto. */
final class Histogram {
  private static final int MIN = 1;
  private static final int MAX = 2;
  private static final int COUNT = 3;
  private static final int SUM = 4;
  private static final int SUM_OF_SQUARES = 5;
  private static final int LIMITS = 6;
  private static final int BUCKETS = 7;

  private Histogram() {}

  /** The message; see {@link Event#histogram}. */
  static byte[] of(double[] numbers, double[] weights) {
    return Event.message(out -> write(numbers, weights, out));
  }

  private static void write(double[] numbers, double[] weights, CodedOutputStream out)
      throws IOException {
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (weights[i] > 0) {
        least = Math.min(least, numbers[i]);
        greatest = Math.max(greatest, numbers[i]);
        count += weights[i];
        sum += weights[i] * numbers[i];
        squares += weights[i] * numbers[i] * numbers[i];
      }
    }
    out.writeDouble(MIN, count == 0 ? 0 : least);
    out.writeDouble(MAX, count == 0 ? 0 : greatest);
    out.writeDouble(COUNT, count);
    out.writeDouble(SUM, sum);
    out.writeDouble(SUM_OF_SQUARES, squares);
    out.writeByteArray(LIMITS, packed(numbers));
    out.writeByteArray(BUCKETS, packed(weights));
  }

  private static byte[] packed(double[] numbers) {
    return Event.message(
        out -> {
          for (double number : numbers) {
            out.writeDoubleNoTag(number);
          }
        });
  }
}
