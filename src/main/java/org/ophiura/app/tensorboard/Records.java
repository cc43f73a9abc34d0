package org.ophiura.app.tensorboard;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A file of records as TensorFlow frames them: length, checksum of the length, content, checksum of
 * the content; checksums are CRC-32C, rotated and shifted by a constant. Source: TensorFlow's
 * record_writer.h.
 */
final class Records implements AutoCloseable {
  private static final int MASK_DELTA = 0xa282ead8;
  private static final int ROTATION = 15;
  private static final int HEADER = Long.BYTES + Integer.BYTES;

  private final FileChannel channel;

  private Records(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens a file to write after its first records; what follows those is cut off.
   *
   * @param keep how many records to keep; fewer are kept if there are fewer
   */
  static Records open(Path file, int keep) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    channel.truncate(lengthOf(Files.readAllBytes(file), keep));
    channel.position(channel.size());
    return new Records(channel);
  }

  /** Bytes of the first whole records. */
  private static long lengthOf(byte[] bytes, int keep) {
    ByteBuffer content = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int position = 0;
    for (int i = 0; i < keep; i++) {
      if (bytes.length - position < HEADER) {
        return position;
      }
      long next = position + HEADER + content.getLong(position) + Integer.BYTES;
      if (next > bytes.length) {
        return position;
      }
      position = (int) next;
    }
    return position;
  }

  /** How many whole records a file has. */
  static int count(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int count = 0;
    while (lengthOf(bytes, count + 1) > lengthOf(bytes, count)) {
      count++;
    }
    return count;
  }

  void write(byte[] content) throws IOException {
    ByteBuffer record =
        ByteBuffer.allocate(HEADER + content.length + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    record.putLong(content.length);
    record.putInt(checksum(record, 0, Long.BYTES));
    record.put(content);
    record.putInt(checksum(record, HEADER, content.length));
    record.flip();
    while (record.hasRemaining()) {
      channel.write(record);
    }
  }

  private static int checksum(ByteBuffer buffer, int start, int length) {
    CRC32C crc = new CRC32C();
    crc.update(buffer.duplicate().limit(start + length).position(start));
    return Integer.rotateRight((int) crc.getValue(), ROTATION) + MASK_DELTA;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
