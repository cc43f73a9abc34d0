package org.ophiura.learning.tabular;

import org.ophiura.learning.schedule.SchedulePlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/**
 * Settings of the learner {@code q-learning}. The defaults suit a choice at each control tick; they
 * were measured on the brittle star with three segments per arm: all of 10 seeds reach all of 100
 * unseen targets after 40 to 60 episodes.
 */
public record QLearningSettings(
    @Setting(
            value =
                "Learning rate: the part of a value that one update replaces. Source: measured for"
                    + " returns over a gait period; the first Q-learning notebook, which updates"
                    + " from one step, has 0.1.",
            defaultValue = "0.005",
            min = 0,
            max = 1,
            exclusiveMin = true)
        double alpha,
    @Setting(
            value =
                "Discount of the future, per decision. Source: measured; the first Q-learning"
                    + " notebook has 0.99.",
            defaultValue = "0.97",
            min = 0,
            max = 1)
        double gamma,
    @Setting(
            value =
                "Decisions whose rewards are summed before the table's own estimate of the future"
                    + " is added; 1 is plain one-step Q-learning. Source: one period of the default"
                    + " gait at a choice per tick, over which the swing of the progress cancels.",
            unit = "decisions",
            defaultValue = "33",
            min = 1,
            max = 1_000_000)
        int steps,
    @Setting(
            value =
                "Probability of exploring, by episode. Source: the directed-locomotion tutorial,"
                    + " 0.8 to 0.05 over the first 75 % of the episodes; the first Q-learning"
                    + " notebook has a constant 0.3.",
            defaultValue = "{type: linear}",
            plugin = SchedulePlugin.class)
        Choice<SchedulePlugin<?>> epsilon,
    @Setting(
            value =
                "Decisions for which exploration is held: at the start of each such block it is"
                    + " drawn whether one random action fills the block; 1 draws at each decision."
                    + " Source: one period of the default gait, for an arm that leads for less than"
                    + " 0.3 s moves nothing.",
            unit = "decisions",
            defaultValue = "33",
            min = 1,
            max = 1_000_000)
        int holdDecisions,
    @Setting(
            value =
                "Initial values are uniform in plus or minus this; 0 makes them zeros. Source: the"
                    + " first Q-learning notebook.",
            defaultValue = "0.001",
            min = 0,
            max = 1e6)
        double initialHalfWidth,
    @Setting(
            value =
                "Choice among actions of equal value: random, or first (a habit of the first"
                    + " Q-learning notebook, which favours low numbers).",
            defaultValue = "random")
        Ties ties,
    @Setting(
            value =
                "Whether an update adds the value of a terminal state, from which nothing can"
                    + " follow: a fault of the first Q-learning notebook, kept for comparison.",
            defaultValue = "false")
        boolean bootstrapFromTerminal,
    @Setting(
            value =
                "Whether values depend on (action - state) modulo the number of arms alone, so that"
                    + " one update teaches all arms. Needs states that are arms, as those of"
                    + " target-direction, and a body that is the same seen from each: do not use it"
                    + " on a damaged robot.",
            defaultValue = "false")
        boolean symmetric) {
  /** Checks the limits. */
  public QLearningSettings {
    Settings.check(
        QLearningSettings.class,
        alpha,
        gamma,
        steps,
        epsilon,
        holdDecisions,
        initialHalfWidth,
        ties,
        bootstrapFromTerminal,
        symmetric);
  }
}
