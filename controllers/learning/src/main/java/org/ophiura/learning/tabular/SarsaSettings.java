package org.ophiura.learning.tabular;

import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.schedule.SchedulePlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Settings of the learners {@code sarsa} and {@code expected-sarsa}. */
public record SarsaSettings(
    @Setting(
            value = "Learning rate: the part of a value that one update replaces.",
            defaultValue = "0.1",
            min = 0,
            max = 1,
            exclusiveMin = true)
        double alpha,
    @Setting(
            value = "Discount of the future, per decision.",
            defaultValue = "0.9",
            min = 0,
            max = 1)
        double gamma,
    @Setting(
            value = "Probability of exploring, by episode.",
            defaultValue = "{type: linear}",
            plugin = SchedulePlugin.class)
        Choice<SchedulePlugin<?>> epsilon,
    @Setting(
            value = "Initial values are uniform in plus or minus this; 0 makes them zeros.",
            defaultValue = "0",
            min = 0,
            max = 1e6)
        double initialHalfWidth) {
  /** Checks the limits. */
  public SarsaSettings {
    Settings.check(SarsaSettings.class, alpha, gamma, epsilon, initialHalfWidth);
  }

  QTable initialTable(LearnerContext context) {
    return QTable.uniform(
        context.stateCount(), context.actionCount(), initialHalfWidth, context.random());
  }
}
