package org.ophiura.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.ophiura.app.recording.Recording;
import org.ophiura.app.run.RunProduct;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.statistics.Proportion;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.TrialSettings;

/** The report of a run: {@code report.html} in its folder. */
public final class RunReport implements RunProduct {
  /** Name of the file. */
  public static final String FILE = "report.html";

  private final Function<Finished, Recording> recordings;
  private final Map<String, String> versions;

  /**
   * Prepares a report.
   *
   * @param recordings gives the episode that is replayed
   * @param versions of the parts that the result depends on
   */
  public RunReport(Function<Finished, Recording> recordings, Map<String, String> versions) {
    this.recordings = recordings;
    this.versions = versions;
  }

  @Override
  public String name() {
    return "the report";
  }

  @Override
  public void make(Finished run) {
    TrialSettings settings = run.trial().settings();
    ReportData data =
        new ReportData(settings.name() + ", seed " + settings.seed(), subtitle(run), versions);
    data.table("", List.of(), rows(run));
    for (int failed : run.outcome().evaluation().failedEpisodes()) {
      data.note("Evaluation episode " + failed + " did not end in order; see episodes.csv.");
    }
    RunSources.add(data, run.folder(), settings);
    data.replay(settings.name(), recordings.apply(run));
    ReportPage.write(run.folder().resolve(FILE), data);
  }

  private static String subtitle(Finished run) {
    int trained = run.outcome().training().map(training -> training.episodes().size()).orElse(0);
    int judged = run.outcome().evaluation().episodes().size();
    return (trained > 0 ? trained + " episodes of training, " : "")
        + judged
        + " of evaluation; the replay shows the first of these";
  }

  private static List<List<String>> rows(Finished run) {
    Evaluation evaluation = run.outcome().evaluation();
    List<List<String>> rows = new ArrayList<>();
    if (run.trial().settings().hasAim()) {
      int reached = (int) evaluation.episodes().stream().filter(EpisodeResult::succeeded).count();
      Estimate share = Proportion.wilson(reached, evaluation.episodes().size());
      rows.add(
          List.of(
              "Reached the target",
              reached
                  + " of "
                  + evaluation.episodes().size()
                  + share
                      .interval()
                      .map(i -> format("; 95 %% of the rate: %.3f to %.3f", i.low(), i.high()))
                      .orElse("")));
      if (reached > 0) {
        rows.add(
            List.of("Mean time to target", format("%.2f s", evaluation.meanTimeToTargetSeconds())));
      }
    }
    rows.add(List.of("Mean return", format("%.4f", evaluation.meanReturn())));
    return rows;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
