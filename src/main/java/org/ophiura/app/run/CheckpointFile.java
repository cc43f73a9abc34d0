package org.ophiura.app.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of bytes that tells whether it is whole: mark, version, number, length, content, and the
 * SHA-256 of all that. A file that was cut anywhere or has any other bit is none.
 *
 * @param number counts the checkpoints of a run
 * @param content what was kept. Not copied.
 */
record CheckpointFile(long number, ByteBuffer content) {
  /** Goes up with each change of what is in the content or around it. */
  static final int VERSION = 2;

  private static final long MARK = 0x4F50_4849_4348_4B50L; // "OPHICHKP"
  private static final int HEADER_BYTES = 2 * Long.BYTES + 2 * Integer.BYTES;
  private static final int SUM_BYTES = 32;

  /**
   * Writes the file through {@code temporary}, such that at any moment {@code file} holds the old
   * content or the new, even where the machine loses its power.
   *
   * @param temporary beside {@code file}; gone afterwards
   */
  void write(Path file, Path temporary) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + content.remaining() + SUM_BYTES);
    bytes.putLong(MARK).putInt(VERSION).putLong(number).putInt(content.remaining());
    bytes.put(content.duplicate());
    bytes.put(sum(bytes.array(), bytes.position())).flip();
    try {
      try (FileChannel out =
          FileChannel.open(
              temporary,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      try {
        Files.deleteIfExists(temporary);
      } catch (IOException leftover) {
        e.addSuppressed(leftover);
      }
      throw e;
    }
  }

  /** Reads a file; empty if it is not whole. */
  static Optional<CheckpointFile> read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readAllBytes();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int end = bytes.length - SUM_BYTES;
    if (end < HEADER_BYTES
        || !Arrays.equals(sum(bytes, end), Arrays.copyOfRange(bytes, end, bytes.length))
        || buffer.getLong() != MARK
        || buffer.getInt() != VERSION) {
      return Optional.empty();
    }
    long number = buffer.getLong();
    int length = buffer.getInt();
    return length == end - HEADER_BYTES
        ? Optional.of(new CheckpointFile(number, buffer.slice(HEADER_BYTES, length)))
        : Optional.empty();
  }

  /** The content as a stream. */
  DataInputStream stream() {
    return new DataInputStream(
        new java.io.ByteArrayInputStream(
            content.array(), content.arrayOffset() + content.position(), content.remaining()));
  }

  private static byte[] sum(byte[] bytes, int length) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes, 0, length);
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
