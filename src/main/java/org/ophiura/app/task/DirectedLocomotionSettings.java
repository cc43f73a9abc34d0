package org.ophiura.app.task;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of {@link DirectedLocomotion}. */
public record DirectedLocomotionSettings(
    @Setting(
            value = "Longest duration of an episode.",
            unit = "s",
            defaultValue = "20",
            min = 0,
            exclusiveMin = true,
            max = 86400)
        double timeLimit,
    @Setting(value = "Where the target is.", defaultValue = "{type: on-circle}")
        TargetPlacement target,
    @Setting(
            value = "The aim is reached within this distance; the radius of the target's sphere.",
            unit = "m",
            defaultValue = "0.2",
            min = 0,
            exclusiveMin = true,
            max = 1000)
        double targetRadius,
    @Setting(value = "What the way to the target is worth.", defaultValue = "{type: progress}")
        Reward reward,
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
  public DirectedLocomotionSettings {
    Settings.check(
        DirectedLocomotionSettings.class,
        timeLimit,
        target,
        targetRadius,
        reward,
        randomStartRotation,
        jointPositionNoise,
        jointVelocityNoise);
  }
}
