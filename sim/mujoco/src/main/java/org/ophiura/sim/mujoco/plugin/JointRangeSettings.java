package org.ophiura.sim.mujoco.plugin;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** How far the joints of a brittle star bend to either side. */
public record JointRangeSettings(
    @Setting(
            value = "Sideways, to either side (biorobot 0.4.2).",
            unit = "degrees",
            defaultValue = "45",
            min = 0,
            exclusiveMin = true,
            max = 180)
        double inPlane,
    @Setting(
            value = "Up and down, to either side (biorobot 0.4.2).",
            unit = "degrees",
            defaultValue = "30",
            min = 0,
            exclusiveMin = true,
            max = 180)
        double outOfPlane) {

  /** Checks the limits. */
  public JointRangeSettings {
    Settings.check(JointRangeSettings.class, inPlane, outOfPlane);
  }
}
