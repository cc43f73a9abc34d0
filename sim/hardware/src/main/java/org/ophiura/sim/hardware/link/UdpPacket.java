package org.ophiura.sim.hardware.link;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;

/**
 * What a microcontroller and a host send each other by UDP; docs/udp-link.md describes the bytes.
 * Made once and reused: nothing allocates after construction.
 */
public final class UdpPacket {
  /** The first four bytes: "OPHI". */
  public static final int MAGIC = 0x4948504f;

  /** The version of the format. */
  public static final int VERSION = 1;

  /** Bytes in front of the values. */
  public static final int HEADER = 32;

  /** Bytes behind them. */
  public static final int CHECK_SUM = 4;

  /** Bit of the {@link #flags}: the motors are driven, or shall be. */
  public static final int TORQUE = 1;

  /** Bit of the {@link #flags}: the robot has stopped by itself. */
  public static final int STOPPED = 2;

  private static final int VALUES_OF_STATE = 3;

  /** What a packet holds. */
  public enum Kind {
    /** From the host: a target for each joint (rad). */
    COMMAND(1, 1),
    /** From the robot: positions (rad), velocities (rad/s), torques (N m) of all joints. */
    STATE(2, VALUES_OF_STATE);

    private final int code;
    private final int valuesPerJoint;

    Kind(int code, int valuesPerJoint) {
      this.code = code;
      this.valuesPerJoint = valuesPerJoint;
    }
  }

  private final Kind kind;
  private final int joints;
  private final float[] values;
  private final CRC32 crc = new CRC32();
  private int sequence;
  private int echo;
  private long timeNanos;
  private int flags;

  /** Makes a packet of zeros for so many joints. */
  public UdpPacket(Kind kind, int joints) {
    this.kind = kind;
    this.joints = joints;
    values = new float[joints * kind.valuesPerJoint];
  }

  /** Bytes of the packet. */
  public int size() {
    return HEADER + Float.BYTES * values.length + CHECK_SUM;
  }

  /** Number of joints. */
  public int joints() {
    return joints;
  }

  /** Counts the packets of its sender; goes on at 0 behind 2^32 - 1. */
  public int sequence() {
    return sequence;
  }

  /** The sequence of the latest packet that the sender had got. */
  public int echo() {
    return echo;
  }

  /** When it was sent, on the sender's clock (ns). */
  public long timeNanos() {
    return timeNanos;
  }

  /** {@link #TORQUE} and {@link #STOPPED}. */
  public int flags() {
    return flags;
  }

  /** Fills in everything but the values. */
  public void stamp(int newSequence, int newEcho, long newTimeNanos, int newFlags) {
    sequence = newSequence;
    echo = newEcho;
    timeNanos = newTimeNanos;
    flags = newFlags;
  }

  /** The target of a joint, or its position. */
  public double first(int joint) {
    return values[joint];
  }

  /** The velocity of a joint. */
  public double velocity(int joint) {
    return values[joints + joint];
  }

  /** The torque of a joint. */
  public double torque(int joint) {
    return values[2 * joints + joint];
  }

  /** Sets the target of a joint, or its position. */
  public void setFirst(int joint, double value) {
    values[joint] = (float) value;
  }

  /** Sets the velocity and torque of a joint. */
  public void setMotion(int joint, double velocity, double torque) {
    values[joints + joint] = (float) velocity;
    values[2 * joints + joint] = (float) torque;
  }

  /** Whether all values are finite. */
  public boolean isFinite() {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Writes the packet.
   *
   * @param out filled from its start; its limit becomes {@link #size()}, its position 0
   */
  public void encode(ByteBuffer out) {
    out.clear().order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(MAGIC).put((byte) VERSION).put((byte) kind.code).putShort((short) joints);
    out.putInt(sequence).putInt(echo).putLong(timeNanos).putInt(flags).putInt(0);
    for (float value : values) {
      out.putFloat(value);
    }
    out.flip();
    crc.reset();
    crc.update(out);
    out.limit(size()).putInt((int) crc.getValue()).flip();
  }

  /**
   * Reads a packet, unless something about it is wrong: then nothing is changed.
   *
   * @param in from position to limit; its position is used up
   * @return whether it is such a packet, of this kind, for so many joints, unharmed
   */
  public boolean decode(ByteBuffer in) {
    in.order(ByteOrder.LITTLE_ENDIAN);
    int start = in.position();
    if (in.remaining() != size()
        || in.getInt(start) != MAGIC
        || in.get(start + 4) != VERSION
        || in.get(start + 5) != kind.code
        || (in.getShort(start + 6) & 0xffff) != joints) {
      in.position(in.limit());
      return false;
    }
    int end = start + size();
    in.limit(end - CHECK_SUM);
    crc.reset();
    crc.update(in);
    in.limit(end);
    if ((int) crc.getValue() != in.getInt(end - CHECK_SUM)) {
      in.position(end);
      return false;
    }
    sequence = in.getInt(start + 8);
    echo = in.getInt(start + 12);
    timeNanos = in.getLong(start + 16);
    flags = in.getInt(start + 24);
    for (int i = 0; i < values.length; i++) {
      values[i] = in.getFloat(start + HEADER + Float.BYTES * i);
    }
    in.position(end);
    return true;
  }
}
