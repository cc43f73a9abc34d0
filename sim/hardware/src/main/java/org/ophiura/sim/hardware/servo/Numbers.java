package org.ophiura.sim.hardware.servo;

/** Reads numbers from bytes, the lowest first. */
final class Numbers {
  private Numbers() {}

  /** Two bytes, with sign. */
  static int shortAt(byte[] data, int index) {
    return (data[index] & 0xff) | data[index + 1] << 8;
  }

  /** Four bytes, with sign. */
  static int intAt(byte[] data, int index) {
    return (shortAt(data, index) & 0xffff) | shortAt(data, index + 2) << 16;
  }
}
