package org.ophiura.learning.search;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the method {@code random-search}. */
public record RandomSearchSettings(
    @Setting(
            value =
                "Weights are drawn uniformly from plus or minus this. Source: source notebook 003.",
            defaultValue = "2",
            min = 0,
            exclusiveMin = true)
        double halfWidth,
    @Setting(
            value =
                "Episodes by whose mean return weights are judged. Source: source notebook 003.",
            defaultValue = "20",
            min = 1,
            max = 1_000_000)
        int episodesPerTrial) {
  /** Checks the limits. */
  public RandomSearchSettings {
    Settings.check(RandomSearchSettings.class, halfWidth, episodesPerTrial);
  }
}
