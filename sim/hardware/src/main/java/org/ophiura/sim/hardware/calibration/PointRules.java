package org.ophiura.sim.hardware.calibration;

import java.util.Locale;
import java.util.Optional;
import org.ophiura.sim.JointSpec;

/** What positions of a joint make sense. All angles in rad, of the joint. */
final class PointRules {
  /** Less is no movement, but a hand that trembles (own choice: 6 degrees). */
  private static final double LEAST_MOVE_RADIANS = 0.1;

  /** How far zero may be outside of the two ends (own choice: 6 degrees). */
  private static final double SLACK_RADIANS = 0.1;

  /** Ranges that differ from the model's by more than this factor are another joint's or gear's. */
  private static final double MOST_FACTOR = 2;

  private PointRules() {}

  /** Checks the move in the positive direction. */
  static void checkPositive(JointSpec joint, int zero, int positive, double scale)
      throws CalibrationProblem {
    double moved = JointPoints.moved(zero, positive, scale);
    if (moved < LEAST_MOVE_RADIANS) {
      throw new CalibrationProblem(
          String.format(
              Locale.ROOT,
              "it hardly moved: %.3f rad, and at least %.1f tell its direction; move %s, which may"
                  + " not be the joint of this servo, or turn it further",
              moved,
              LEAST_MOVE_RADIANS,
              joint.name()));
    }
    double range = joint.upper() - joint.lower();
    if (Double.isFinite(range) && moved > MOST_FACTOR * range) {
      throw new CalibrationProblem(
          String.format(
              Locale.ROOT,
              "it moved %.3f rad, more than twice the model's range of %.3f: the servo passed the end"
                  + " of its turn (0 or 4095), or its gear is not 1 to %s; mount its horn such that"
                  + " 2048 is in the middle of the range",
              moved,
              range,
              scale));
    }
  }

  /** Checks the two ends against what was found before. */
  static void checkEnds(JointPoints points, double scale) throws CalibrationProblem {
    double lower = points.angle(points.lower(), scale);
    double upper = points.angle(points.upper(), scale);
    if (upper - lower < LEAST_MOVE_RADIANS) {
      throw new CalibrationProblem(
          String.format(
              Locale.ROOT,
              lower - upper < LEAST_MOVE_RADIANS
                  ? "it hardly moved: the lower end is at %.3f rad, the upper at %.3f"
                  : "the ends contradict the direction: the lower one is at %.3f rad, the upper at"
                      + " %.3f; the lower end is the one away from the positive direction",
              lower,
              upper));
    }
    if (lower > SLACK_RADIANS || upper < -SLACK_RADIANS) {
      throw new CalibrationProblem(
          String.format(
              Locale.ROOT,
              "the zero that was shown is outside of the two ends, [%.3f, %.3f] rad; show both again",
              lower,
              upper));
    }
  }

  /** What is odd about a range, though it may be right; empty if nothing is. */
  static Optional<String> oddity(JointSpec joint, JointPoints points, double scale) {
    double lower = points.angle(points.lower(), scale);
    double upper = points.angle(points.upper(), scale);
    double measured = upper - lower;
    double model = joint.upper() - joint.lower();
    if (!Double.isFinite(model)) {
      return Optional.empty();
    }
    boolean apart = lower > joint.upper() || upper < joint.lower();
    boolean otherSize = measured > MOST_FACTOR * model || model > MOST_FACTOR * measured;
    return apart || otherSize
        ? Optional.of(
            String.format(
                Locale.ROOT,
                "it moves within [%.3f, %.3f] rad, which contradicts the model's range [%.3f, %.3f]:"
                    + " was it this joint, its zero, and a gear of %s?",
                lower,
                upper,
                joint.lower(),
                joint.upper(),
                scale))
        : Optional.empty();
  }
}
