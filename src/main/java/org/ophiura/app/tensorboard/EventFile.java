package org.ophiura.app.tensorboard;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.ophiura.app.results.UserException;

/**
 * An event file: TFRecords (length, masked CRC-32C, data, masked CRC-32C) of TensorFlow's {@code
 * Event} messages. Source: tensorflow/core/util/event.proto, framework/summary.proto and
 * lib/io/record_writer.
 */
final class EventFile implements AutoCloseable {
  private static final int MOST_BUCKETS = 30;
  private static final int MASK = 0xA282EAD8;

  private final Path file;
  private final OutputStream out;

  /** Begins a file; one that is there is written anew. */
  EventFile(Path file) {
    this.file = file;
    try {
      out = new BufferedOutputStream(Files.newOutputStream(file));
    } catch (IOException e) {
      throw unwritten(e);
    }
    write(new Message().real(1, 0).text(3, "brain.Event:2"));
  }

  /**
   * Adds a number.
   *
   * @param seconds the event's time, which TensorBoard takes for that of the wall clock
   * @param step the number along the axis
   */
  void scalar(double seconds, long step, String tag, double value) {
    summary(seconds, step, new Message().text(1, tag).single(2, (float) value));
  }

  /** Adds a histogram of values. The array is not modified; of no values nothing is written. */
  void histogram(double seconds, long step, String tag, double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    if (finite.length == 0) {
      return;
    }
    double low = finite[0];
    double high = finite[finite.length - 1];
    double width = high > low ? (high - low) / MOST_BUCKETS : 1;
    int buckets = high > low ? MOST_BUCKETS : 1;
    double[] counts = new double[buckets];
    for (double value : finite) {
      counts[Math.min(buckets - 1, (int) ((value - low) / width))]++;
    }
    double[] limits = new double[buckets];
    for (int i = 0; i < buckets; i++) {
      limits[i] = low + (i + 1) * width;
    }
    add(
        seconds,
        step,
        tag,
        low,
        high,
        finite.length,
        limits,
        counts,
        Arrays.stream(finite).sum(),
        Arrays.stream(finite).map(v -> v * v).sum());
  }

  /** Adds a histogram of how often each of the numbers 0, 1, … came. The array is not modified. */
  void counts(double seconds, long step, String tag, long[] counts) {
    double[] limits = new double[counts.length];
    double[] numbers = new double[counts.length];
    double count = 0;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < counts.length; i++) {
      limits[i] = i + 0.5;
      numbers[i] = counts[i];
      count += counts[i];
      sum += (double) i * counts[i];
      squares += (double) i * i * counts[i];
    }
    if (count > 0) {
      add(seconds, step, tag, -0.5, counts.length - 0.5, count, limits, numbers, sum, squares);
    }
  }

  private void add(
      double seconds,
      long step,
      String tag,
      double low,
      double high,
      double count,
      double[] limits,
      double[] counts,
      double sum,
      double squares) {
    Message histogram =
        new Message()
            .real(1, low)
            .real(2, high)
            .real(3, count)
            .real(4, sum)
            .real(5, squares)
            .reals(6, limits)
            .reals(7, counts);
    summary(seconds, step, new Message().text(1, tag).message(5, histogram));
  }

  /**
   * Adds data for a plug-in of TensorBoard.
   *
   * @param content what the plug-in reads
   */
  void plugin(String tag, String plugin, Message content) {
    Message data = new Message().text(1, plugin).message(2, content);
    summary(0, 0, new Message().text(1, tag).message(9, new Message().message(1, data)));
  }

  private void summary(double seconds, long step, Message value) {
    write(
        new Message().real(1, seconds).number(2, step).message(5, new Message().message(1, value)));
  }

  private void write(Message event) {
    byte[] data = event.toBytes();
    byte[] length =
        ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(data.length).array();
    try {
      out.write(length);
      out.write(masked(length));
      out.write(data);
      out.write(masked(data));
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private static byte[] masked(byte[] data) {
    CRC32C sum = new CRC32C();
    sum.update(data);
    int crc = (int) sum.getValue();
    return ByteBuffer.allocate(4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(Integer.rotateRight(crc, 15) + MASK)
        .array();
  }

  /** Lets readers see what was added. */
  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw unwritten(e);
    }
  }

  private UserException unwritten(IOException e) {
    return new UserException(file + " cannot be written: " + e.getMessage());
  }
}
