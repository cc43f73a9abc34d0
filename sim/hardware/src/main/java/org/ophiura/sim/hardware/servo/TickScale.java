package org.ophiura.sim.hardware.servo;

/**
 * Angles of a joint to the numbers of its servo and back. Immutable; allocates nothing.
 *
 * <p>4,096 positions in a turn, 2,048 in the middle; a velocity of 1 is 0.229 rev/min (ROBOTIS
 * e-manual).
 */
public final class TickScale {
  private static final double TICKS_PER_RADIAN = 4096 / (2 * Math.PI);
  private static final double VELOCITY_UNIT = 0.229 * 2 * Math.PI / 60;
  private static final int MIDDLE = 2048;
  private static final int GREATEST = 4095;

  private final double offset;
  private final double sign;
  private final double ticksPerRadian;
  private final double scale;
  private final double lower;
  private final double upper;

  /** Converts as a calibration says. */
  public TickScale(JointCalibration calibration) {
    offset = calibration.offset();
    sign = calibration.sign();
    scale = calibration.scale();
    ticksPerRadian = sign * scale * TICKS_PER_RADIAN;
    lower = calibration.lower();
    upper = calibration.upper();
  }

  /** The position for an angle of the joint (rad, finite), held to the joint's limits. */
  public int ticks(double angle) {
    double within = Math.max(lower, Math.min(upper, angle));
    long ticks = MIDDLE + Math.round((within - offset) * ticksPerRadian);
    return (int) Math.max(0, Math.min(GREATEST, ticks));
  }

  /** The joint's angle at a position (rad). */
  public double angle(int ticks) {
    return offset + (ticks - MIDDLE) / ticksPerRadian;
  }

  /** The joint's velocity at that of the servo (rad/s). */
  public double velocity(int units) {
    return sign * units * VELOCITY_UNIT / scale;
  }

  /** The direction of the joint as the servo sees it: 1 or -1. */
  public double sign() {
    return sign;
  }
}
