package org.ophiura.sim.hardware.limit;

/** What a command can be held to. A log keeps which of them changed a command, as a sum of bits. */
public enum Limit {
  /** The range of the joint, or of the command. */
  POSITION(1),
  /** Its velocity. */
  VELOCITY(2),
  /** Its acceleration, or that it can still stop within its range. */
  ACCELERATION(4),
  /** Its torque or force. */
  EFFORT(8),
  /** The difference from the command before. */
  STEP(16);

  private final int bit;

  Limit(int bit) {
    this.bit = bit;
  }

  /** A number with a single bit that no other limit has. */
  public int bit() {
    return bit;
  }
}
