package org.ophiura.sim.hardware.safety;

import java.util.Optional;
import org.ophiura.sim.hardware.limit.LimitSettings;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** The {@code safety} block: what commands are held to, and what stops the robot. */
public record SafetySettings(
    @Setting(value = "What commands are held to.", defaultValue = "{}") LimitSettings limits,
    @Setting(
            value =
                "Commands in a row that are not finite numbers after which the robot is stopped; until"
                    + " then they are refused one by one.",
            defaultValue = "1",
            min = 1,
            max = 1_000_000)
        int refusedCommands,
    @Setting(
            value =
                "How long the last command may hold before the robot is stopped (0.1: the safety"
                    + " time-out of WPILib's motors).",
            unit = "s",
            defaultValue = "0.1",
            min = 0,
            exclusiveMin = true,
            max = 60)
        double commandTimeout,
    @Setting(
            value =
                "How many control periods the controller may take for a command before the robot is"
                    + " stopped (own choice: so that a stop comes within two).",
            defaultValue = "1.5",
            min = 0,
            exclusiveMin = true,
            max = 1000)
        double controllerTimeout,
    @Setting(
            value =
                "How far outside of its range a joint may be found at the start; further out, its"
                    + " calibration is taken to be wrong (own choice: 6 degrees).",
            unit = "rad",
            defaultValue = "0.1",
            min = 0,
            max = 3.2)
        double calibrationTolerance,
    @Setting(
            value =
                "Temperature at which a servo stops the robot; servos of the X series switch off by"
                    + " themselves at 70 to 72 (Robotis e-manual).",
            unit = "degrees Celsius",
            defaultValue = "65",
            min = 20,
            max = 100)
        double temperature,
    @Setting(
            value =
                "Load of a servo, as a part of its greatest, that stops the robot when it lasts (own"
                    + " choice).",
            defaultValue = "0.9",
            min = 0,
            exclusiveMin = true,
            max = 1)
        double load,
    @Setting(
            value = "How long a servo may be loaded so (own choice).",
            unit = "s",
            defaultValue = "1",
            min = 0,
            max = 60)
        double overloadTime,
    @Setting(
            value = "Voltage below which a servo stops the robot. Left out: any will do.",
            unit = "V",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true)
        Optional<Double> voltage) {

  /** All defaults. */
  public static final SafetySettings DEFAULT =
      new SafetySettings(LimitSettings.DEFAULT, 1, 0.1, 1.5, 0.1, 65, 0.9, 1, Optional.empty());

  /** Checks the limits. */
  public SafetySettings {
    Settings.check(
        SafetySettings.class,
        limits,
        refusedCommands,
        commandTimeout,
        controllerTimeout,
        calibrationTolerance,
        temperature,
        load,
        overloadTime,
        voltage);
  }

  /** The same with other limits of commands. */
  public SafetySettings withLimits(LimitSettings other) {
    return new SafetySettings(
        other,
        refusedCommands,
        commandTimeout,
        controllerTimeout,
        calibrationTolerance,
        temperature,
        load,
        overloadTime,
        voltage);
  }
}
