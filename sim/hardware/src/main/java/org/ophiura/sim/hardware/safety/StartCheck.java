package org.ophiura.sim.hardware.safety;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.hardware.limit.ActuatorLimits;
import org.ophiura.sim.hardware.limit.Limits;

/** What has to be true of a robot before its torque may be switched on. */
public final class StartCheck {
  private StartCheck() {}

  /**
   * Says why a robot must not be started.
   *
   * @param limits of the robot, with the range of each joint
   * @param calibrated whether sign, offset and range of an actuator's servo were calibrated
   * @param measured where the joints are, by that calibration. Not modified.
   * @param toleranceRadians how far outside of its range a joint may be
   * @return one sentence for each problem, with its remedy; empty where the robot may start
   */
  public static List<String> problems(
      Limits limits, IntPredicate calibrated, PlantState measured, double toleranceRadians) {
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < limits.size(); i++) {
      ActuatorLimits own = limits.actuator(i);
      ActuatorLimits.Joint joint = own.joint();
      if (!calibrated.test(i)) {
        problems.add(
            own.actuator() + " is not calibrated: calibrate it before the robot is started");
      } else if (joint.measured()) {
        problem(own.actuator(), joint, measured.get(joint.positionIndex()), toleranceRadians)
            .ifPresent(problems::add);
      }
    }
    return List.copyOf(problems);
  }

  /**
   * Says what is wrong with where a joint is found.
   *
   * @param name what to call it
   * @param joint with its range
   * @param position of it (rad)
   * @return a sentence with its remedy; empty if nothing is wrong
   */
  public static Optional<String> problem(
      String name, ActuatorLimits.Joint joint, double position, double toleranceRadians) {
    if (!Double.isFinite(position)) {
      return Optional.of(name + " reads " + position + ": check its sensor and the link to it");
    }
    if (position >= joint.lower() - toleranceRadians
        && position <= joint.upper() + toleranceRadians) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%s reads %.3f rad, outside of its range [%.3f, %.3f] by more than %.3f: move the joint"
                + " into its range by hand; if it is there already, its sign or offset is wrong:"
                + " calibrate it again",
            name,
            position,
            joint.lower(),
            joint.upper(),
            toleranceRadians));
  }
}
