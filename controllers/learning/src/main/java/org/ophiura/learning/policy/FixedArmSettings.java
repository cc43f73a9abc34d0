package org.ophiura.learning.policy;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the policy {@code fixed-arm}. */
public record FixedArmSettings(
    @Setting(
            value = "Number of the arm that always leads, from 0. Source: the arm along x.",
            defaultValue = "0",
            min = 0)
        int arm) {
  /** Checks the limits. */
  public FixedArmSettings {
    Settings.check(FixedArmSettings.class, arm);
  }
}
