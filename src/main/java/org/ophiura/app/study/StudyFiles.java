package org.ophiura.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ophiura.app.results.CsvFile;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.trial.EpisodeResult;

/**
 * Writes what a study found. No file holds a time of the wall clock or a folder's name: the same
 * plan gives the same bits, however often it was stopped and on any number of threads.
 */
public final class StudyFiles {
  private final StudyFindings findings;
  private final StudyFolder folder;

  /** Prepares the files of a study. */
  public StudyFiles(StudyFindings findings, StudyFolder folder) {
    this.findings = findings;
    this.folder = folder;
  }

  /** Writes all files of a comparison or a sweep. */
  public void write() {
    writeCurves(folder.file("curves.csv"));
    if (findings.plan().kind() == StudyKind.COMPARE) {
      writeEpisodes(folder.file("episodes.csv"));
      writeSummary(folder.file("summary.csv"));
      new CompareJson(findings).write(folder.file("compare.json"));
    } else {
      writeSweep(folder.file("sweep.csv"));
      writeRanked(folder.file("ranked.csv"));
    }
  }

  private void writeCurves(Path file) {
    CsvFile.write(
        file,
        List.of(
            "trial",
            "training_episodes",
            "seeds",
            "mean_success",
            "mean_success_low",
            "mean_success_high",
            "iqm_success",
            "iqm_success_low",
            "iqm_success_high",
            "iqm_return",
            "iqm_return_low",
            "iqm_return_high",
            "failed"),
        rows -> {
          for (LearningCurve curve : findings.curves()) {
            for (LearningCurve.Point point : curve.points()) {
              rows.add(
                  row(
                      List.of(curve.trial().label(), point.trainingEpisodes(), point.seeds()),
                      cells(point.meanSuccess()),
                      cells(point.middleSuccess()),
                      cells(point.middleReturn()),
                      List.of(point.failed())));
            }
          }
        });
  }

  private void writeEpisodes(Path file) {
    CsvFile.write(
        file,
        List.of("trial", "seed", "kind", "episode", "success", "seconds", "return", "status"),
        rows -> {
          for (TrialFindings trial : findings.trials()) {
            for (SeedRun run : trial.runs()) {
              Stream.concat(run.training().stream(), run.evaluation().stream())
                  .forEach(episode -> rows.add(row(trial.trial(), run, episode)));
            }
          }
        });
  }

  private static List<Object> row(StudyTrial trial, SeedRun run, EpisodeResult episode) {
    return List.of(
        trial.label(),
        run.seed(),
        episode.kind().label(),
        episode.episode(),
        episode.succeeded() ? 1 : 0,
        episode.seconds(),
        Numbers.cell(episode.totalReward()),
        run.failure().isPresent() ? "NOT_RUN" : episode.status().name());
  }

  /** A row for each figure: of a trial, or of a trial against the first. */
  private void writeSummary(Path file) {
    CsvFile.write(
        file,
        List.of(
            "trial", "against", "figure", "value", "low", "high", "seeds", "episodes", "left_out"),
        rows -> {
          for (TrialFindings trial : findings.trials()) {
            int all = trial.episodes();
            Figure success = new Figure(trial.success(), all, trial.runs().size());
            add(rows, trial.trial(), "", success, trial.time(), trial.totalReturn());
          }
          for (PairedFindings pair : findings.differences()) {
            add(
                rows,
                pair.trial(),
                pair.baseline().label(),
                pair.success(),
                pair.time(),
                pair.totalReturn());
          }
        });
  }

  private static void add(
      CsvFile.Rows rows,
      StudyTrial trial,
      String against,
      Figure success,
      Figure time,
      Figure totalReturn) {
    int all = success.episodes();
    rows.add(summary(trial, against, "success_rate", success, all));
    rows.add(summary(trial, against, "iqm_seconds_to_target", time, all));
    rows.add(summary(trial, against, "iqm_return", totalReturn, all));
  }

  private static List<Object> summary(
      StudyTrial trial, String against, String name, Figure figure, int all) {
    return row(
        List.of(trial.label(), against, name),
        cells(figure.estimate()),
        List.of(figure.seeds(), figure.episodes(), all - figure.episodes()));
  }

  private void writeSweep(Path file) {
    CsvFile.write(
        file,
        row(
            List.of("variant"),
            findings.plan().keys(),
            List.of("seed", "success_rate", "mean_time", "return", "training_steps", "failed")),
        rows -> {
          for (TrialFindings trial : findings.trials()) {
            for (SeedRun run : trial.runs()) {
              rows.add(
                  row(
                      List.of(trial.trial().label()),
                      trial.trial().values(),
                      List.of(
                          run.seed(),
                          run.successRate(),
                          mean(
                              run.evaluation().stream()
                                  .filter(EpisodeResult::succeeded)
                                  .mapToDouble(EpisodeResult::seconds)
                                  .toArray()),
                          mean(
                              run.evaluation().stream()
                                  .filter(TrialFindings::isWhole)
                                  .mapToDouble(EpisodeResult::totalReward)
                                  .toArray()),
                          run.trainingSteps(),
                          run.failedEpisodes().size())));
            }
          }
        });
  }

  private static Object mean(double[] values) {
    return Numbers.cell(java.util.Arrays.stream(values).average().orElse(Double.NaN));
  }

  private void writeRanked(Path file) {
    CsvFile.write(
        file,
        row(
            List.of("rank", "variant"),
            findings.plan().keys(),
            List.of(
                "seeds",
                "episodes",
                "reached",
                "iqm_success",
                "iqm_success_low",
                "iqm_success_high",
                "success_rate",
                "success_rate_low",
                "success_rate_high",
                "iqm_return",
                "iqm_return_low",
                "iqm_return_high",
                "iqm_seconds_to_target",
                "iqm_seconds_to_target_low",
                "iqm_seconds_to_target_high",
                "failed")),
        rows -> {
          int rank = 1;
          for (TrialFindings trial : findings.ranked()) {
            rows.add(
                row(
                    List.of(rank++, trial.trial().label()),
                    trial.trial().values(),
                    List.of(trial.runs().size(), trial.episodes(), trial.reached()),
                    cells(trial.seedSuccess()),
                    cells(trial.success()),
                    cells(trial.totalReturn().estimate()),
                    cells(trial.time().estimate()),
                    List.of(
                        trial.runs().stream().mapToInt(run -> run.failedEpisodes().size()).sum())));
          }
        });
  }

  private static List<Object> cells(Estimate estimate) {
    return List.of(Numbers.cell(estimate.value()), Numbers.low(estimate), Numbers.high(estimate));
  }

  /** Parts of a row, one after the other. */
  @SafeVarargs
  private static <T> List<T> row(List<? extends T>... parts) {
    List<T> row = new ArrayList<>();
    for (List<? extends T> part : parts) {
      row.addAll(part);
    }
    return row;
  }
}
