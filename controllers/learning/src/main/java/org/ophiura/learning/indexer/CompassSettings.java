package org.ophiura.learning.indexer;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the indexer {@code compass}. */
public record CompassSettings(
    @Setting(
            value =
                "Number of equal sectors around the robot, centred on as many arms. Source: the"
                    + " brittle star's five arms.",
            unit = "arms",
            defaultValue = "5",
            min = 1,
            max = 1000)
        int arms,
    @Setting(
            value =
                "The direction in the world, counter-clockwise from +x seen from above. The default is"
                    + " away from the light of light-escape.",
            unit = "degrees",
            defaultValue = "0",
            min = -360,
            max = 360)
        double directionDegrees) {
  /** Checks the limits. */
  public CompassSettings {
    Settings.check(CompassSettings.class, arms, directionDegrees);
  }
}
