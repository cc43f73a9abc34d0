package org.ophiura.learning.indexer;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the indexer {@code target-direction}. */
public record TargetDirectionSettings(
    @Setting(
            value =
                "Number of equal sectors around the robot, centred on as many arms. Source: the"
                    + " brittle star's five arms.",
            unit = "arms",
            defaultValue = "5",
            min = 1,
            max = 1000)
        int arms) {
  /** Checks the limits. */
  public TargetDirectionSettings {
    Settings.check(TargetDirectionSettings.class, arms);
  }
}
