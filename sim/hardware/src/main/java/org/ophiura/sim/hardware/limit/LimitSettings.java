package org.ophiura.sim.hardware.limit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/**
 * The {@code limits} block: what commands are held to. The ranges of the joints are the model's.
 */
public record LimitSettings(
    @Setting(
            value =
                "Greatest velocity of a target; 6 is what an XL430-W250 does without load at 11.1 V"
                    + " (57 rev/min, Robotis e-manual).",
            unit = "rad/s",
            defaultValue = "6",
            min = 0,
            exclusiveMin = true)
        double velocity,
    @Setting(
            value =
                "Greatest acceleration of a target; at 100 a servo reaches its full speed within 0.06"
                    + " s, and a gait of 30 degrees at 1 Hz needs 21 (own choice).",
            unit = "rad/s^2",
            defaultValue = "100",
            min = 0,
            exclusiveMin = true)
        double acceleration,
    @Setting(
            value =
                "Greatest torque that a command may ask of a joint. Left out: what the servo or motor"
                    + " gives.",
            unit = "N m",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true)
        Optional<Double> effort,
    @Setting(
            value =
                "Greatest difference of a target from the one before. Left out: what the velocity"
                    + " allows in a control period.",
            unit = "rad",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true)
        Optional<Double> step,
    @Setting(value = "Joints with limits of their own.", defaultValue = "[]")
        List<JointLimitSettings> joints) {

  /** All defaults. */
  public static final LimitSettings DEFAULT =
      new LimitSettings(6, 100, Optional.empty(), Optional.empty(), List.of());

  /** The same with the range of a joint narrowed to [lower, upper], in rad. */
  public LimitSettings within(String joint, double lower, double upper) {
    List<JointLimitSettings> all = new ArrayList<>();
    boolean known = false;
    for (JointLimitSettings own : joints) {
      boolean meant = own.joint().equals(joint);
      known |= meant;
      all.add(meant ? own.within(lower, upper) : own);
    }
    if (!known) {
      all.add(JointLimitSettings.range(joint, lower, upper));
    }
    return new LimitSettings(velocity, acceleration, effort, step, all);
  }

  /** Checks the limits, and that no joint is written twice. */
  public LimitSettings {
    Settings.check(LimitSettings.class, velocity, acceleration, effort, step, joints);
    joints = List.copyOf(joints);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < joints.size(); i++) {
      String joint = joints.get(i).joint();
      if (!seen.add(joint)) {
        throw new SettingException(
            "joints[" + i + "].joint",
            "must be written once, got '" + joint + "' again; join the two blocks");
      }
    }
  }
}
