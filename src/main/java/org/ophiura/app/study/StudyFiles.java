package org.ophiura.app.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.CsvFile;
import org.ophiura.app.statistics.Bootstrap;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.statistics.Interval;
import org.ophiura.app.trial.EpisodeResult;

/**
 * Writes what a study found. No file holds a time of the wall clock or a folder's name: the same
 * plan gives the same bits, however often it was stopped and on any number of threads.
 */
public final class StudyFiles {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

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
      writeComparison(folder.file("compare.json"));
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
            "iqm_return_high"),
        rows -> {
          for (LearningCurve curve : findings.curves()) {
            for (LearningCurve.Point point : curve.points()) {
              rows.add(
                  row(
                      List.of(curve.trial().label(), point.trainingEpisodes(), point.seeds()),
                      cells(point.meanSuccess()),
                      cells(point.middleSuccess()),
                      cells(point.middleReturn())));
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
            rows.add(summary(trial.trial(), "", "success_rate", trial.success(), all, 0));
            rows.add(
                summary(
                    trial.trial(),
                    "",
                    "iqm_seconds_to_target",
                    trial.time(),
                    trial.reached(),
                    all - trial.reached()));
            int failed = trial.failedEpisodes();
            rows.add(
                summary(
                    trial.trial(), "", "iqm_return", trial.totalReturn(), all - failed, failed));
          }
          for (PairedFindings pair : findings.differences()) {
            String against = pair.baseline().label();
            int all = pair.successPairs();
            rows.add(summary(pair.trial(), against, "success_rate", pair.success(), all, 0));
            rows.add(
                summary(
                    pair.trial(),
                    against,
                    "iqm_seconds_to_target",
                    pair.time(),
                    pair.timePairs(),
                    all - pair.timePairs()));
            rows.add(
                summary(
                    pair.trial(),
                    against,
                    "iqm_return",
                    pair.totalReturn(),
                    pair.returnPairs(),
                    all - pair.returnPairs()));
          }
        });
  }

  private List<Object> summary(
      StudyTrial trial,
      String against,
      String figure,
      Estimate estimate,
      int episodes,
      int leftOut) {
    return row(
        List.of(trial.label(), against, figure),
        cells(estimate),
        List.of(findings.plan().seedCount(), episodes, leftOut));
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
                    cells(trial.totalReturn()),
                    cells(trial.time()),
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

  private void writeComparison(Path file) {
    StudyPlan plan = findings.plan();
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.set("seeds", JSON.valueToTree(plan.seeds()));
    root.put("confidence", Interval.CONFIDENCE);
    root.put("resamples", Bootstrap.RESAMPLES);
    ArrayNode trials = root.putArray("trials");
    for (TrialFindings trial : findings.trials()) {
      ObjectNode node = trials.addObject();
      node.put("trial", trial.trial().label());
      node.put("name", trial.trial().settings().name());
      node.put("episodes", trial.episodes());
      node.put("reached", trial.reached());
      node.set("success_rate", json(trial.success(), "wilson over the episodes"));
      node.set("iqm_seconds_to_target", json(trial.time(), "bootstrap over the seeds"));
      node.set("iqm_return", json(trial.totalReturn(), "bootstrap over the seeds"));
      node.put("episodes_left_out_of_return", trial.failedEpisodes());
      ArrayNode failed = node.putArray("failed");
      for (Failure failure : Failure.of(trial)) {
        ObjectNode entry = failed.addObject();
        entry.put("seed", failure.seed());
        entry.put("kind", failure.kind());
        failure.episode().ifPresent(number -> entry.put("episode", number));
        entry.put("status", failure.status());
      }
    }
    ArrayNode differences = root.putArray("differences");
    for (PairedFindings pair : findings.differences()) {
      ObjectNode node = differences.addObject();
      node.put("trial", pair.trial().label());
      node.put("against", pair.baseline().label());
      node.set("success_rate", json(pair.success(), "bootstrap over the seeds"));
      node.set("iqm_seconds_to_target", json(pair.time(), "bootstrap over the seeds"));
      node.put("pairs_that_both_reached", pair.timePairs());
      node.set("iqm_return", json(pair.totalReturn(), "bootstrap over the seeds"));
      node.put("pairs_that_did_not_fail", pair.returnPairs());
      node.set("in_words", JSON.valueToTree(new Verdict(pair, plan.seedCount()).sentences()));
    }
    root.set("warnings", JSON.valueToTree(findings.warnings()));
    root.set("versions", JSON.valueToTree(plan.versions()));
    AtomicFiles.write(file, out -> out.write(root.toPrettyString() + "\n"));
  }

  private static ObjectNode json(Estimate estimate, String how) {
    ObjectNode node = JSON.createObjectNode();
    if (estimate.isKnown()) {
      node.put("value", estimate.value());
    } else {
      node.putNull("value");
    }
    estimate
        .interval()
        .ifPresentOrElse(
            interval -> node.put("low", interval.low()).put("high", interval.high()),
            () -> node.putNull("low").putNull("high"));
    return node.put("interval", how);
  }
}
