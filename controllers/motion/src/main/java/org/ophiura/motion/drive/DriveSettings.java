package org.ophiura.motion.drive;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/**
 * The {@code drive} block of a trial file: how motors are made to move joints to target angles. A
 * robot of position servos does that by itself.
 *
 * @param stiffness torque per angle between a joint and its target, N m/rad
 * @param damping torque against a joint's velocity, N m s/rad
 */
public record DriveSettings(
    @Setting(
            value =
                "Torque of motors on joints or tendons per angle between joint and target; 20 is"
                    + " that of the position servos (biorobot 0.4.2). Without effect for servos.",
            unit = "N m/rad",
            defaultValue = "20",
            min = 0,
            exclusiveMin = true)
        double stiffness,
    @Setting(
            value =
                "Torque of motors on joints or tendons against a joint's velocity; 0 as the"
                    + " position servos (biorobot 0.4.2). Without effect for servos.",
            unit = "N m s/rad",
            defaultValue = "0",
            min = 0)
        double damping) {

  /** All defaults. */
  public static final DriveSettings DEFAULT = new DriveSettings(20, 0);

  /** Checks the limits. */
  public DriveSettings {
    Settings.check(DriveSettings.class, stiffness, damping);
  }
}
