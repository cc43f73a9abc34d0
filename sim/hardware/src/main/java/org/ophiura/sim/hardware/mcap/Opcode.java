package org.ophiura.sim.hardware.mcap;

/** Kinds of records, and what else the format fixes (mcap.dev/spec). */
final class Opcode {
  static final byte HEADER = 0x01;
  static final byte FOOTER = 0x02;
  static final byte SCHEMA = 0x03;
  static final byte CHANNEL = 0x04;
  static final byte MESSAGE = 0x05;
  static final byte CHUNK = 0x06;
  static final byte MESSAGE_INDEX = 0x07;
  static final byte CHUNK_INDEX = 0x08;
  static final byte STATISTICS = 0x0B;
  static final byte METADATA = 0x0C;
  static final byte METADATA_INDEX = 0x0D;
  static final byte SUMMARY_OFFSET = 0x0E;
  static final byte DATA_END = 0x0F;

  /** Bytes before the content of a record: its opcode and length. */
  static final int PREFIX_BYTES = 9;

  /** Bytes of a message's content before its data. */
  static final int MESSAGE_HEAD_BYTES = 22;

  private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};

  private Opcode() {}

  /** With what a file begins and ends. */
  static byte[] magic() {
    return MAGIC.clone();
  }
}
