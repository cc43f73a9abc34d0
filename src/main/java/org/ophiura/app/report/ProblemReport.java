package org.ophiura.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ophiura.app.problem.ProblemEvaluationSettings;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.run.ProblemProduct;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.statistics.Proportion;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Training;
import org.ophiura.app.trial.TrialOutcome;

/** The report of a problem's run: {@link RunReport#FILE} in its folder, without a replay. */
public final class ProblemReport implements ProblemProduct {
  private final Map<String, String> versions;

  /**
   * Prepares a report.
   *
   * @param versions of the parts that the result depends on
   */
  public ProblemReport(Map<String, String> versions) {
    this.versions = versions;
  }

  @Override
  public String name() {
    return "the report";
  }

  @Override
  public void make(Finished run) {
    ProblemSettings settings = run.problem().settings();
    TrialOutcome outcome = run.outcome().numbers();
    ReportData data =
        new ReportData(
            settings.name() + ", seed " + settings.seed(), subtitle(settings, outcome), versions);
    data.table("", List.of(), rows(settings, outcome));
    for (int failed : outcome.evaluation().failedEpisodes()) {
      data.note("Evaluation episode " + failed + " did not end in order; see episodes.csv.");
    }
    outcome.training().ifPresent(training -> addEvaluations(data, settings, training));
    RunSources.add(data, run.folder(), settings);
    ReportPage.write(run.folder().resolve(RunReport.FILE), data);
  }

  private static String subtitle(ProblemSettings settings, TrialOutcome outcome) {
    int trained = outcome.training().map(training -> training.episodes().size()).orElse(0);
    return settings.environment().plugin().id()
        + " by "
        + settings.method().plugin().id()
        + ": "
        + (trained > 0 ? trained + " episodes of training, " : "")
        + outcome.evaluation().episodes().size()
        + " of evaluation";
  }

  private static List<List<String>> rows(ProblemSettings settings, TrialOutcome outcome) {
    Evaluation evaluation = outcome.evaluation();
    List<List<String>> rows = new ArrayList<>();
    settings
        .solvedBy(outcome)
        .ifPresent(
            solved ->
                rows.add(
                    List.of("Solved", (solved ? "yes" : "no") + criterion(settings.evaluation()))));
    if (settings.hasAim()) {
      int count = (int) evaluation.episodes().stream().filter(EpisodeResult::succeeded).count();
      Estimate share = Proportion.wilson(count, evaluation.episodes().size());
      rows.add(
          List.of(
              "Succeeded",
              count
                  + " of "
                  + evaluation.episodes().size()
                  + share
                      .interval()
                      .map(i -> format("; 95 %% of the rate: %.3f to %.3f", i.low(), i.high()))
                      .orElse("")));
    }
    rows.add(List.of("Mean return", format("%.4f", evaluation.meanReturn())));
    outcome
        .training()
        .map(Training::figures)
        .ifPresent(
            figures ->
                figures.forEach(
                    (name, value) ->
                        rows.add(List.of("Training: " + name, format("%.6g", value)))));
    return rows;
  }

  private static String criterion(ProblemEvaluationSettings settings) {
    StringBuilder text = new StringBuilder("; counts as solved with a mean return of at least ");
    text.append(settings.solvedAt().orElseThrow());
    for (ProblemEvaluationSettings.FigureLimit limit : settings.figures()) {
      text.append(" and a ").append(limit.name()).append(" of at most ").append(limit.atMost());
    }
    return text.toString();
  }

  private static void addEvaluations(ReportData data, ProblemSettings settings, Training training) {
    List<List<String>> rows = new ArrayList<>();
    for (Evaluation evaluation : training.validations()) {
      rows.add(
          List.of(
              Integer.toString(evaluation.afterTrainingEpisodes()),
              Integer.toString(evaluation.episodes().size()),
              settings.hasAim() ? format("%.2f", evaluation.successRate()) : "–",
              format("%.3f", evaluation.meanReturn())));
    }
    if (!rows.isEmpty()) {
      data.foldedTable(
          "The greedy policy while it was trained",
          List.of("after iterations", "episodes", "success rate", "mean return"),
          rows);
    }
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
