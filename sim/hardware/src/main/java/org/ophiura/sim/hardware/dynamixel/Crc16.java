package org.ophiura.sim.hardware.dynamixel;

/**
 * The check sum of a packet: CRC-16 with polynomial 0x8005, initial value 0, not reflected.
 *
 * <p>The polynomial is (x + 1)(x^15 + x + 1), so up to 32,767 bits it finds every error of at most
 * three bits, every odd number of wrong bits, and every burst of up to 16 bits in front of it; of
 * all others it misses one in 65,536.
 */
public final class Crc16 {
  private static final int POLYNOMIAL = 0x8005;
  private static final int[] TABLE = table();

  private Crc16() {}

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 8;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 0x8000) != 0 ? (crc << 1) ^ POLYNOMIAL : crc << 1;
      }
      table[i] = crc & 0xffff;
    }
    return table;
  }

  /** The check sum after one byte more. */
  public static int update(int crc, byte next) {
    return ((crc << 8) & 0xffff) ^ TABLE[((crc >> 8) ^ next) & 0xff];
  }

  /** The check sum of the bytes {@code from} (inclusive) to {@code to} (exclusive). */
  public static int of(byte[] bytes, int from, int to) {
    int crc = 0;
    for (int i = from; i < to; i++) {
      crc = update(crc, bytes[i]);
    }
    return crc;
  }
}
