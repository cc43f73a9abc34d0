package org.ophiura.sim.hardware.servo;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** How a servo is built into a joint: what {@code ophiura hil calibrate} finds out. */
public record JointCalibration(
    @Setting(
            value = "1 if joint and servo turn the same way, -1 if not.",
            defaultValue = "1",
            min = -1,
            max = 1)
        int sign,
    @Setting(
            value = "Angle of the joint where the servo is in the middle of its turn.",
            unit = "rad",
            defaultValue = "0",
            min = -6.3,
            max = 6.3)
        double offset,
    @Setting(
            value = "Turns of the servo for one turn of the joint: the gear between them.",
            defaultValue = "1",
            min = 0,
            exclusiveMin = true,
            max = 100)
        double scale,
    @Setting(value = "Least angle that the joint can take.", unit = "rad", min = -6.3, max = 6.3)
        double lower,
    @Setting(value = "Greatest angle that it can take.", unit = "rad", min = -6.3, max = 6.3)
        double upper) {
  /** Checks the limits, and that the servo can reach them. */
  public JointCalibration {
    Settings.check(JointCalibration.class, sign, offset, scale, lower, upper);
    if (sign == 0) {
      throw new SettingException("sign", "must be 1 or -1, got 0");
    }
    if (!(lower < upper)) {
      throw new SettingException(
          "lower", "must be < upper (rad), got " + lower + " and an upper of " + upper);
    }
    double reach = Math.PI / scale;
    if (lower < offset - reach || upper > offset + reach) {
      throw new SettingException(
          lower < offset - reach ? "lower" : "upper",
          "must be in ["
              + (offset - reach)
              + ", "
              + (offset + reach)
              + "] (rad), which the servo reaches in half a turn either way, got "
              + (lower < offset - reach ? lower : upper));
    }
  }
}
