package org.ophiura.app.tensorboard;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;

/**
 * One event of TensorBoard: any number of figures at one step. Field numbers are those of
 * TensorBoard's event.proto, summary.proto, and the hparams plug-in's plugin_data.proto.
 */
final class Event {
  private static final int EVENT_WALL_TIME = 1;
  private static final int EVENT_STEP = 2;
  private static final int EVENT_FILE_VERSION = 3;
  private static final int EVENT_SUMMARY = 5;
  private static final int SUMMARY_VALUE = 1;
  private static final int VALUE_TAG = 1;
  private static final int VALUE_SIMPLE = 2;
  private static final int VALUE_HISTOGRAM = 5;
  private static final int VALUE_TENSOR = 8;
  private static final int VALUE_METADATA = 9;
  private static final int BUCKETS = 30;

  private final double seconds;
  private final long step;
  private final ByteArrayOutputStream summary = new ByteArrayOutputStream();

  /**
   * Begins an event.
   *
   * @param seconds what TensorBoard calls the wall time
   */
  Event(double seconds, long step) {
    this.seconds = seconds;
    this.step = step;
  }

  /** The event that every file begins with. */
  static byte[] version() {
    return message(
        out -> {
          out.writeDouble(EVENT_WALL_TIME, 0);
          out.writeString(EVENT_FILE_VERSION, "brain.Event:2");
        });
  }

  /** Adds a number; one that is not finite is left out. */
  Event scalar(String tag, double value) {
    if (Double.isFinite(value)) {
      add(
          out -> {
            out.writeString(VALUE_TAG, tag);
            out.writeFloat(VALUE_SIMPLE, (float) value);
          });
    }
    return this;
  }

  /**
   * Adds a histogram of weighed numbers, one bucket each.
   *
   * @param numbers ascending. Not modified.
   * @param weights of them; those of 0 are left out. Not modified.
   */
  Event histogram(String tag, double[] numbers, double[] weights) {
    add(
        out -> {
          out.writeString(VALUE_TAG, tag);
          out.writeByteArray(VALUE_HISTOGRAM, Histogram.of(numbers, weights));
        });
    return this;
  }

  /** Adds a histogram of the numbers of a table. */
  Event histogram(String tag, double[][] rows) {
    double[] all = Arrays.stream(rows).flatMapToDouble(Arrays::stream).sorted().toArray();
    double least = all[0];
    double width = Math.max(all[all.length - 1] - least, Double.MIN_NORMAL) / BUCKETS;
    double[] limits = new double[BUCKETS];
    Arrays.setAll(limits, i -> least + (i + 1) * width);
    double[] counts = new double[BUCKETS];
    for (double number : all) {
      counts[(int) Math.min(BUCKETS - 1, Math.floor((number - least) / width))]++;
    }
    return histogram(tag, limits, counts);
  }

  /** Adds the hyper-parameters of a run, and that it has begun. */
  Event hyperParameters(String group, Map<String, String> parameters) {
    byte[] start =
        message(
            out -> {
              for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                byte[] value = message(text -> text.writeString(3, parameter.getValue()));
                out.writeByteArray(
                    1,
                    message(
                        entry -> {
                          entry.writeString(1, parameter.getKey());
                          entry.writeByteArray(2, value);
                        }));
              }
              out.writeString(4, group);
            });
    return plugin("_hparams_/session_start_info", message(out -> out.writeByteArray(3, start)));
  }

  private Event plugin(String tag, byte[] content) {
    byte[] data =
        message(
            out -> {
              out.writeString(1, "hparams");
              out.writeByteArray(2, content);
            });
    byte[] emptyTensor =
        message(
            out -> {
              out.writeEnum(1, 1); // Floats,
              out.writeByteArray(
                  2, message(shape -> shape.writeByteArray(2, new byte[0]))); // none.
            });
    add(
        out -> {
          out.writeString(VALUE_TAG, tag);
          out.writeByteArray(VALUE_TENSOR, emptyTensor);
          out.writeByteArray(VALUE_METADATA, message(meta -> meta.writeByteArray(1, data)));
        });
    return this;
  }

  private void add(Content value) {
    byte[] bytes = message(out -> out.writeByteArray(SUMMARY_VALUE, message(value)));
    summary.write(bytes, 0, bytes.length);
  }

  byte[] bytes() {
    return message(
        out -> {
          out.writeDouble(EVENT_WALL_TIME, seconds);
          out.writeInt64(EVENT_STEP, step);
          out.writeByteArray(EVENT_SUMMARY, summary.toByteArray());
        });
  }

  /** Fields of a message. */
  interface Content {
    /** Writes them. */
    void writeTo(CodedOutputStream out) throws IOException;
  }

  static byte[] message(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      content.writeTo(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be written", e);
    }
    return bytes.toByteArray();
  }
}
