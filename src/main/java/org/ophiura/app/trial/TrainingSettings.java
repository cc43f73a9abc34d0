package org.ophiura.app.trial;

import java.nio.file.Path;
import java.util.Optional;
import org.ophiura.learning.LearnerPlugin;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** How a policy is trained. */
public record TrainingSettings(
    @Setting(
            value = "Number of training episodes.",
            unit = "episodes",
            defaultValue = "60",
            min = 1)
        int episodes,
    @Setting(
            value =
                "Episodes that run side by side from the same values; 1 is the sequential"
                    + " algorithm. Part of the result, unlike the number of threads.",
            unit = "episodes",
            defaultValue = "1",
            min = 1)
        int parallelEpisodes,
    @Setting(
            value =
                "What becomes of such episodes: average, each learns from the common values and the"
                    + " results are averaged, as in the directed-locomotion tutorial; or"
                    + " shared-updates, the one learner then learns from all of them in order.",
            defaultValue = "average")
        Merge merge,
    @Setting(
            value = "Greedy evaluation after each so many training episodes; 0 for none.",
            unit = "episodes",
            defaultValue = "10",
            min = 0)
        int evaluateEvery,
    @Setting(
            value = "Episodes of such an evaluation; their targets differ from the final ones.",
            unit = "episodes",
            defaultValue = "20",
            min = 1)
        int evaluateEpisodes,
    @Setting(
            value =
                "Policy file to start from, instead of fresh values: what it knows is learned on."
                    + " It must have been learned for the same states, actions and robot.",
            defaultValue = Setting.NONE)
        Optional<Path> startPolicy,
    @Setting(
            value = "The learning method.",
            plugin = LearnerPlugin.class,
            defaultValue = "{type: q-learning}")
        Choice<LearnerPlugin<?>> learner) {

  /** Checks the limits. */
  public TrainingSettings {
    Settings.check(
        TrainingSettings.class,
        episodes,
        parallelEpisodes,
        merge,
        evaluateEvery,
        evaluateEpisodes,
        startPolicy,
        learner);
  }
}
