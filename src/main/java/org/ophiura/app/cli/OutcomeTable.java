package org.ophiura.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.TrialOutcome;

/** The table that a run ends with. */
final class OutcomeTable {
  private final Experiment settings;
  private final TrialOutcome outcome;

  OutcomeTable(Experiment settings, TrialOutcome outcome) {
    this.settings = settings;
    this.outcome = outcome;
  }

  void print(PrintWriter out) {
    Evaluation evaluation = outcome.evaluation();
    out.println();
    row(out, "Trial", "%s, seed %d", settings.name(), settings.seed());
    outcome
        .training()
        .ifPresent(
            training ->
                row(
                    out,
                    "Training",
                    "%d episodes in %.1f s",
                    training.episodes().size(),
                    training.wallSeconds()));
    if (!evaluation.episodes().isEmpty()) {
      evaluation(out, evaluation);
    }
    if (outcome.interrupted()) {
      row(out, "Interrupted", "what was finished is kept");
    }
  }

  private void evaluation(PrintWriter out, Evaluation evaluation) {
    row(
        out,
        "Evaluation",
        "%d episodes in %.1f s",
        evaluation.episodes().size(),
        outcome.evaluationWallSeconds());
    if (settings.hasAim()) {
      reached(out, evaluation);
    }
    row(out, "Mean return", "%.3f", evaluation.meanReturn());
    if (!outcome.interrupted()) {
      settings
          .solvedBy(outcome)
          .ifPresent(solved -> row(out, "Solved", "%s", solved ? "yes" : "no"));
    }
    List<Integer> failed = evaluation.failedEpisodes();
    if (!failed.isEmpty()) {
      row(out, "Failed episodes", "%s (see episodes.csv)", failed);
    }
  }

  private void reached(PrintWriter out, Evaluation evaluation) {
    long reached = evaluation.episodes().stream().filter(e -> e.succeeded()).count();
    boolean problem = settings instanceof ProblemSettings;
    row(
        out,
        problem ? "Succeeded" : "Reached the target",
        "%d of %d (%.0f %%)",
        reached,
        evaluation.episodes().size(),
        100 * evaluation.successRate());
    if (reached > 0 && !problem) {
      row(out, "Mean time to target", "%.2f s", evaluation.meanTimeToTargetSeconds());
    }
  }

  private static void row(PrintWriter out, String name, String format, Object... values) {
    out.printf("  %-21s %s%n", name, String.format(Locale.ROOT, format, values));
  }
}
