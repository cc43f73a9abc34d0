package org.ophiura.app.task;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of {@link UndirectedLocomotion}. */
public record UndirectedLocomotionSettings(
    @Setting(
            value = "Duration of an episode.",
            unit = "s",
            defaultValue = "20",
            min = 0,
            exclusiveMin = true,
            max = 86400)
        double timeLimit,
    @Setting(
            value = "Whether the robot starts turned by a random angle about the vertical axis.",
            defaultValue = "false")
        boolean randomStartRotation,
    @Setting(
            value = "Half-width of the uniform noise on each joint position at the start.",
            unit = "rad",
            defaultValue = "0",
            min = 0,
            max = 3.15)
        double jointPositionNoise,
    @Setting(
            value = "Half-width of the uniform noise on each joint velocity at the start.",
            unit = "rad/s",
            defaultValue = "0",
            min = 0,
            max = 100)
        double jointVelocityNoise) {

  /** Checks the limits. */
  public UndirectedLocomotionSettings {
    Settings.check(
        UndirectedLocomotionSettings.class,
        timeLimit,
        randomStartRotation,
        jointPositionNoise,
        jointVelocityNoise);
  }
}
