package org.ophiura.learning.episodic;

import org.ophiura.learning.LearnerPlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the method {@code tabular}. */
public record TabularSettings(
    @Setting(
            value = "What improves the table, step by step.",
            defaultValue = "q-learning",
            plugin = LearnerPlugin.class)
        Choice<LearnerPlugin<?>> learner) {
  /** Checks the limits. */
  public TabularSettings {
    Settings.check(TabularSettings.class, learner);
  }
}
