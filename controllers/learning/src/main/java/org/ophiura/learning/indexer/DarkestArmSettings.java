package org.ophiura.learning.indexer;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the indexer {@code darkest-arm}. */
public record DarkestArmSettings(
    @Setting(
            value =
                "Number of arms around the robot, with those that have no segments. Source: the"
                    + " brittle star's five arms.",
            unit = "arms",
            defaultValue = "5",
            min = 1,
            max = 1000)
        int arms) {
  /** Checks the limits. */
  public DarkestArmSettings {
    Settings.check(DarkestArmSettings.class, arms);
  }
}
