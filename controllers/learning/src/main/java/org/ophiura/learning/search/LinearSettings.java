package org.ophiura.learning.search;

import java.util.List;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the method {@code linear}. */
public record LinearSettings(
    @Setting(
            value =
                "Weights of each action but the first, one after the other; none draws them at"
                    + " random.",
            defaultValue = "[]")
        List<Double> weights,
    @Setting(
            value = "Weights that are drawn are uniform in plus or minus this.",
            defaultValue = "2",
            min = 0,
            exclusiveMin = true)
        double halfWidth,
    @Setting(
            value =
                "For each action, how likely it is taken when it is chosen; else another is, at"
                    + " random. None always takes the chosen one.",
            defaultValue = "[]",
            min = 0,
            max = 1)
        List<Double> obedience) {
  /** Checks the limits. */
  public LinearSettings {
    weights = List.copyOf(weights);
    obedience = List.copyOf(obedience);
    Settings.check(LinearSettings.class, weights, halfWidth, obedience);
  }
}
