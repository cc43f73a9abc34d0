package org.ophiura.sim.hardware.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Bytes that grow as records are put into them, little-endian as the format wants. */
final class RecordBuffer {
  private static final int LEAST_BYTES = 1024;

  private byte[] array = new byte[LEAST_BYTES];
  private ByteBuffer bytes = wrap(array);
  private int recordStart;

  private static ByteBuffer wrap(byte[] array) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer room(int more) {
    if (bytes.remaining() < more) {
      int size = size();
      array = Arrays.copyOf(array, Math.max(2 * array.length, size + more));
      bytes = wrap(array).position(size);
    }
    return bytes;
  }

  int size() {
    return bytes.position();
  }

  void clear() {
    bytes.clear();
  }

  /** The bytes themselves, until more are put in. */
  byte[] array() {
    return array;
  }

  /** Begins a record; one at a time. */
  RecordBuffer begin(byte opcode) {
    recordStart = size();
    room(Opcode.PREFIX_BYTES).put(opcode).putLong(0);
    return this;
  }

  /** Ends the record: its length is known now. */
  void end() {
    bytes.putLong(recordStart + 1, size() - recordStart - Opcode.PREFIX_BYTES);
  }

  RecordBuffer u8(int value) {
    room(1).put((byte) value);
    return this;
  }

  RecordBuffer u16(int value) {
    room(Short.BYTES).putShort((short) value);
    return this;
  }

  RecordBuffer u32(long value) {
    room(Integer.BYTES).putInt((int) value);
    return this;
  }

  RecordBuffer u64(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  RecordBuffer raw(byte[] source, int length) {
    room(length).put(source, 0, length);
    return this;
  }

  /** Takes all that is left of {@code source}, whose position moves to its limit. */
  RecordBuffer raw(ByteBuffer source) {
    room(source.remaining()).put(source);
    return this;
  }

  RecordBuffer text(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return u32(encoded.length).raw(encoded, encoded.length);
  }

  RecordBuffer map(Map<String, String> map) {
    int lengthAt = size();
    u32(0);
    map.forEach((key, value) -> text(key).text(value));
    bytes.putInt(lengthAt, size() - lengthAt - Integer.BYTES);
    return this;
  }
}
