package org.ophiura.app.problem;

import java.util.List;
import java.util.Optional;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** How a policy is judged in the end. */
public record ProblemEvaluationSettings(
    @Setting(
            value = "Number of episodes, each with chance that training has not seen.",
            unit = "episodes",
            defaultValue = "100",
            min = 1)
        int episodes,
    @Setting(
            value =
                "Steps after which such an episode is truncated; left out, it is as the environment"
                    + " has it.",
            defaultValue = Setting.NONE,
            min = 1)
        Optional<Integer> stepLimit,
    @Setting(
            value =
                "Mean return from which on the problem counts as solved; left out, it has no"
                    + " criterion.",
            defaultValue = Setting.NONE)
        Optional<Double> solvedAt,
    @Setting(
            value = "Figures of the training that must be small too, for it to be solved.",
            defaultValue = "[]")
        List<FigureLimit> figures) {
  /** Checks the limits. */
  public ProblemEvaluationSettings {
    figures = List.copyOf(figures);
    Settings.check(ProblemEvaluationSettings.class, episodes, stepLimit, solvedAt, figures);
  }

  /** The limit of a figure that a method tells of. */
  public record FigureLimit(
      @Setting("The figure, as result.json names it.") String name,
      @Setting("Its greatest value.") double atMost) {
    /** Checks the limits. */
    public FigureLimit {
      Settings.check(FigureLimit.class, name, atMost);
    }
  }

  /** The same with another number of episodes. */
  public ProblemEvaluationSettings withEpisodes(int other) {
    return new ProblemEvaluationSettings(other, stepLimit, solvedAt, figures);
  }
}
