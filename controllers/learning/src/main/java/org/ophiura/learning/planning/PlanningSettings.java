package org.ophiura.learning.planning;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of {@code value-iteration} and {@code q-iteration}. */
public record PlanningSettings(
    @Setting(
            value = "Discount of the future, per step. Source: source notebook 004.",
            defaultValue = "0.9",
            min = 0,
            max = 1)
        double gamma,
    @Setting(
            value =
                "Random steps of each iteration, which feed the model; an episode goes on where the"
                    + " iteration before left it. Source: source notebook 004.",
            defaultValue = "100",
            min = 1,
            max = 1_000_000)
        int randomSteps) {
  /** Checks the limits. */
  public PlanningSettings {
    Settings.check(PlanningSettings.class, gamma, randomSteps);
  }
}
