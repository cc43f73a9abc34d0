package org.ophiura.app.task.light;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** Settings of {@link LightEscape}. */
public record LightEscapeSettings(
    @Setting(
            value = "Duration of an episode.",
            unit = "s",
            defaultValue = "20",
            min = 0,
            exclusiveMin = true,
            max = 86400)
        double timeLimit,
    @Setting(
            value =
                "Periods of the noise in the light along each side of the ground, drawn anew for each"
                    + " episode; must divide 200. 0 is light without noise (biorobot 0.4.2).",
            unit = "periods",
            defaultValue = "0",
            min = 0,
            max = LightMap.NODES)
        int noiseScale,
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

  /** Checks the limits, and that the noise fits the light map. */
  public LightEscapeSettings {
    Settings.check(
        LightEscapeSettings.class,
        timeLimit,
        noiseScale,
        randomStartRotation,
        jointPositionNoise,
        jointVelocityNoise);
    if (noiseScale > 0 && LightMap.NODES % noiseScale != 0) {
      throw new SettingException(
          "noise-scale",
          "must be 0 or divide "
              + LightMap.NODES
              + ", the nodes of the light map along a side, got "
              + noiseScale
              + "; take 1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100 or 200");
    }
  }
}
