package org.ophiura.sim.hardware.servo;

import java.util.Optional;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** One joint of a robot of servos, and the servo that drives it. */
public record ServoJoint(
    @Setting("Name of the joint that the servo drives.") String joint,
    @Setting(value = "Id of the servo.", min = 0, max = 252) int id,
    @Setting(
            value = "How it is built in; without it the servo is not driven.",
            defaultValue = Setting.NONE)
        Optional<JointCalibration> calibration) {
  /** Checks the limits. */
  public ServoJoint {
    Settings.check(ServoJoint.class, joint, id, calibration);
  }

  /** The same joint, calibrated so. */
  public ServoJoint with(JointCalibration newCalibration) {
    return new ServoJoint(joint, id, Optional.of(newCalibration));
  }
}
