package org.ophiura.sim.classic.taxi;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the environment {@code taxi}. */
public record TaxiSettings(
    @Setting(
            value =
                "Steps after which an episode is truncated; 0 for no limit. Source: Gymnasium's"
                    + " Taxi-v4.",
            defaultValue = "200",
            min = 0)
        int stepLimit) {
  /** Checks the limits. */
  public TaxiSettings {
    Settings.check(TaxiSettings.class, stepLimit);
  }
}
