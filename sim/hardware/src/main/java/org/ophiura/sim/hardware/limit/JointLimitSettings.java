package org.ophiura.sim.hardware.limit;

import java.util.Optional;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/**
 * The limits of one joint, where they are not those of all. They narrow the range of the robot's
 * model and never widen it.
 */
public record JointLimitSettings(
    @Setting("Name of the joint, or of the tendon, that the actuator drives.") String joint,
    @Setting(
            value = "Lower end of its range. Left out: the model's.",
            unit = "rad",
            defaultValue = Setting.NONE)
        Optional<Double> lower,
    @Setting(
            value = "Upper end of its range. Left out: the model's.",
            unit = "rad",
            defaultValue = Setting.NONE)
        Optional<Double> upper,
    @Setting(
            value = "Greatest velocity. Left out: that of all joints.",
            unit = "rad/s",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true)
        Optional<Double> velocity,
    @Setting(
            value = "Greatest acceleration. Left out: that of all joints.",
            unit = "rad/s^2",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true)
        Optional<Double> acceleration,
    @Setting(
            value = "Greatest torque on the joint, or pull of a tendon. Left out: that of all.",
            unit = "N m",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true)
        Optional<Double> effort,
    @Setting(
            value =
                "Greatest difference of a command from the one before, in the unit of the actuator."
                    + " Left out: that of all joints.",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true)
        Optional<Double> step) {

  /** Checks the limits. */
  public JointLimitSettings {
    Settings.check(
        JointLimitSettings.class, joint, lower, upper, velocity, acceleration, effort, step);
    if (lower.isPresent() && upper.isPresent() && !(lower.get() < upper.get())) {
      throw new SettingException(
          "lower", "must be < upper (rad), got " + lower.get() + " and an upper of " + upper.get());
    }
  }

  /** Only a range, in rad. */
  static JointLimitSettings range(String joint, double lower, double upper) {
    return new JointLimitSettings(
        joint,
        Optional.of(lower),
        Optional.of(upper),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with a range that is narrowed to [leastAngle, greatestAngle], in rad. */
  JointLimitSettings within(double leastAngle, double greatestAngle) {
    return new JointLimitSettings(
        joint,
        Optional.of(Math.max(leastAngle, lower.orElse(leastAngle))),
        Optional.of(Math.min(greatestAngle, upper.orElse(greatestAngle))),
        velocity,
        acceleration,
        effort,
        step);
  }
}
