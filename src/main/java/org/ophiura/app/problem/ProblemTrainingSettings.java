package org.ophiura.app.problem;

import java.util.Optional;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** How long a method learns, and what becomes of the policies on the way. */
public record ProblemTrainingSettings(
    @Setting(
            value =
                "Iterations of the method at most; an episode each, for most methods. 0 only judges"
                    + " what the method does untrained.",
            defaultValue = "1000",
            min = 0)
        int iterations,
    @Setting(
            value = "Iterations from one evaluation of the greedy policy to the next; 0 for none.",
            defaultValue = "0",
            min = 0)
        int evaluateEvery,
    @Setting(
            value =
                "Episodes of such an evaluation. Source: source notebook 003 has 32, 004 has 20.",
            unit = "episodes",
            defaultValue = "32",
            min = 1)
        int evaluateEpisodes,
    @Setting(
            value =
                "Mean return of such an evaluation at which training ends; left out, it goes on.",
            defaultValue = Setting.NONE)
        Optional<Double> stopAt,
    @Setting(
            value = "Evaluations in a row that must reach it: one good one may be luck.",
            defaultValue = "1",
            min = 1)
        int stopAfter,
    @Setting(
            value =
                "Whether the policy of the best such evaluation is kept, the later of equals, instead"
                    + " of the last policy.",
            defaultValue = "false")
        boolean keepBest) {
  /** Checks the limits, and that what needs evaluations has them. */
  public ProblemTrainingSettings {
    Settings.check(
        ProblemTrainingSettings.class,
        iterations,
        evaluateEvery,
        evaluateEpisodes,
        stopAt,
        stopAfter,
        keepBest);
    if (evaluateEvery == 0 && (keepBest || stopAt.isPresent())) {
      throw new SettingException(
          "evaluate-every",
          "must be > 0 where "
              + (keepBest ? "keep-best" : "stop-at")
              + " asks for evaluations while training, got 0");
    }
  }
}
