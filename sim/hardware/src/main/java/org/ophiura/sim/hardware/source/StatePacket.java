package org.ophiura.sim.hardware.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * The packet in which a motion capture system, or whatever else knows it, sends a state over UDP.
 * All little-endian:
 *
 * <pre>
 * offset  size  content
 *      0     4  the letters O P H S
 *      4     4  sequence number, one more than in the packet before; wraps around
 *      8     8  when the state was measured, in nanoseconds on the sender's clock
 *     16     2  count of the values
 *     18     2  0
 *     20   8 n  the values, as IEEE 754 doubles, in the order that both sides have agreed on
 * 20+8 n     4  CRC-32 (that of zip and Ethernet) of all bytes before it
 * </pre>
 */
public final class StatePacket {
  private static final int MAGIC = 0x5348504F;
  private static final int HEAD_BYTES = 20;

  private final int count;
  private final CRC32 sum = new CRC32();

  /** Makes a reader and writer of packets of {@code count} values. Belongs to one thread. */
  public StatePacket(int count) {
    if (count < 1 || count > 0xFFFF) {
      throw new IllegalArgumentException("a packet must have 1 to 65535 values, got " + count);
    }
    this.count = count;
  }

  /** Bytes of a packet. */
  public int size() {
    return HEAD_BYTES + Double.BYTES * count + Integer.BYTES;
  }

  /**
   * Writes a packet.
   *
   * @param values not modified
   * @param out from its position on. Modified; its position moves behind the packet.
   */
  public void encode(int sequence, long timeNanos, double[] values, ByteBuffer out) {
    out.order(ByteOrder.LITTLE_ENDIAN);
    int start = out.position();
    out.putInt(MAGIC)
        .putInt(sequence)
        .putLong(timeNanos)
        .putShort((short) count)
        .putShort((short) 0);
    for (int i = 0; i < count; i++) {
      out.putDouble(values[i]);
    }
    out.putInt(sumOf(out, start));
  }

  private int sumOf(ByteBuffer bytes, int start) {
    sum.reset();
    for (int i = start; i < start + HEAD_BYTES + Double.BYTES * count; i++) {
      sum.update(bytes.get(i));
    }
    return (int) sum.getValue();
  }

  /**
   * Whether the bytes from position to limit are a packet of this size, whole, and with finite
   * values.
   *
   * @param packet not modified but for its byte order
   */
  public boolean accepts(ByteBuffer packet) {
    packet.order(ByteOrder.LITTLE_ENDIAN);
    int start = packet.position();
    if (packet.remaining() != size()
        || packet.getInt(start) != MAGIC
        || (packet.getShort(start + 16) & 0xFFFF) != count
        || packet.getInt(packet.limit() - Integer.BYTES) != sumOf(packet, start)) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (!Double.isFinite(value(packet, i))) {
        return false;
      }
    }
    return true;
  }

  /** Sequence number of an accepted packet. */
  public int sequence(ByteBuffer packet) {
    return packet.getInt(packet.position() + 4);
  }

  /** A value of an accepted packet. */
  public double value(ByteBuffer packet, int index) {
    return packet.getDouble(packet.position() + HEAD_BYTES + Double.BYTES * index);
  }
}
