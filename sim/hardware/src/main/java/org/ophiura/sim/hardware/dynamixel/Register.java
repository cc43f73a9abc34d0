package org.ophiura.sim.hardware.dynamixel;

/**
 * One register of a servo, as the e-manual describes it.
 *
 * @param address where it starts
 * @param size bytes: 1, 2 or 4, the lowest first
 * @param name such as {@code goal-position}
 * @param writable whether it can be written
 * @param signed whether its value can be negative
 * @param initial value after a factory reset (below {@link #RAM}) or a start
 * @param minimum least value that can be written
 * @param maximum greatest value that can be written
 * @param scale the value's unit is this many of {@code unit}
 * @param unit such as {@code rev/min}; empty for a pure number
 */
public record Register(
    int address,
    int size,
    String name,
    boolean writable,
    boolean signed,
    int initial,
    int minimum,
    int maximum,
    double scale,
    String unit) {
  /** First address of the registers that are lost without power; those below keep their values. */
  public static final int RAM = 64;

  /** Whether it keeps its value without power, and is locked while the torque is on. */
  public boolean isPermanent() {
    return address < RAM;
  }

  /** Whether a value can be written to it, as far as the register itself says. */
  public boolean allows(int value) {
    return value >= minimum && value <= maximum;
  }

  /** Reads it from the bytes at {@code index}. */
  public int decode(byte[] bytes, int index) {
    return switch (size) {
      case 1 -> signed ? bytes[index] : bytes[index] & 0xff;
      case 2 -> {
        int low = (bytes[index] & 0xff) | bytes[index + 1] << 8;
        yield signed ? low : low & 0xffff;
      }
      default ->
          (bytes[index] & 0xff)
              | (bytes[index + 1] & 0xff) << 8
              | (bytes[index + 2] & 0xff) << 16
              | bytes[index + 3] << 24;
    };
  }

  /** Writes a value to the bytes at {@code index}. */
  public void encode(int value, byte[] bytes, int index) {
    for (int i = 0; i < size; i++) {
      bytes[index + i] = (byte) (value >> (8 * i));
    }
  }
}
