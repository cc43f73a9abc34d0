package org.ophiura.sim.hardware.calibration;

import org.ophiura.sim.hardware.servo.JointCalibration;

/**
 * Where a servo was at the four places that its joint was moved to, in positions of the servo.
 *
 * @param zero where the model has the joint at 0
 * @param positive somewhat from there in the direction in which the model counts up
 * @param lower the lower end of its range
 * @param upper the upper end
 */
record JointPoints(int zero, int positive, int lower, int upper) {
  private static final double RADIANS_PER_TICK = 2 * Math.PI / 4096;
  private static final int MIDDLE = 2048;

  /** Digits that are kept: a tenth of a position of the servo. */
  private static final double DIGITS = 1e4;

  /** 1 if joint and servo turn the same way, else -1. */
  int sign() {
    return positive >= zero ? 1 : -1;
  }

  /** The angle of the joint at a position (rad). */
  double angle(int ticks, double scale) {
    return sign() * (ticks - zero) * RADIANS_PER_TICK / scale;
  }

  /** How far the joint was moved from one position to another (rad), whichever way. */
  static double moved(int from, int to, double scale) {
    return Math.abs(to - from) * RADIANS_PER_TICK / scale;
  }

  /**
   * What follows from them.
   *
   * @param scale turns of the servo for one turn of the joint
   * @throws org.ophiura.sim.plugin.SettingException if that is no calibration
   */
  JointCalibration calibration(double scale) {
    return new JointCalibration(
        sign(),
        rounded(angle(MIDDLE, scale)),
        scale,
        rounded(angle(lower, scale)),
        rounded(angle(upper, scale)));
  }

  private static double rounded(double radians) {
    return Math.rint(radians * DIGITS) / DIGITS + 0.0;
  }
}
