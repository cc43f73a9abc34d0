package org.ophiura.sim.hardware.robot;

import org.ophiura.sim.hardware.loop.LoopSettings;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** How a robot of servos is driven, whatever its servos are. */
public record RobotSettings(
    @Setting(
            value =
                "Time between two commands; 0.01 is the default of ros2_control, and what a Java"
                    + " machine without a real-time kernel can keep.",
            unit = "s",
            defaultValue = "0.01",
            min = 0.0001,
            max = 10)
        double controlPeriod,
    @Setting(
            value =
                "After how long of silence the servos stop by themselves, so that a dead host stops"
                    + " the robot (own choice).",
            unit = "s",
            defaultValue = "0.1",
            min = 0.02,
            max = 2.54)
        double servoWatchdog,
    @Setting(
            value =
                "Whether the robot is only read, with its torque off, and nothing is sent to it.",
            defaultValue = "false")
        boolean dry,
    @Setting(value = "How the loop keeps time.", defaultValue = "{}") LoopSettings loop,
    @Setting(value = "What commands are held to and what stops the robot.", defaultValue = "{}")
        SafetySettings safety) {

  /** All defaults. */
  public static final RobotSettings DEFAULT =
      new RobotSettings(0.01, 0.1, false, LoopSettings.DEFAULT, SafetySettings.DEFAULT);

  /** Checks the limits. */
  public RobotSettings {
    Settings.check(RobotSettings.class, controlPeriod, servoWatchdog, dry, loop, safety);
  }
}
