package org.ophiura.app.results;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.Training;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.sim.CycleStatus;

/**
 * Writes the numbers of a run: {@code result.json}, {@code episodes.csv}, {@code evaluations.csv},
 * {@code timing.json}.
 */
public final class RunResults {
  /** The one file of a run that differs from one time to the next. */
  public static final String TIMING_FILE = "timing.json";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FORMAT = 1;

  private final Experiment settings;
  private final TrialOutcome outcome;

  /** Prepares the files of an outcome. */
  public RunResults(Experiment settings, TrialOutcome outcome) {
    this.settings = settings;
    this.outcome = outcome;
  }

  /**
   * Writes {@code result.json}.
   *
   * @param config the settings as resolved
   * @param versions of the parts that the result depends on
   */
  public void writeSummary(Path file, JsonNode config, Map<String, String> versions) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("trial", settings.name());
    root.put("seed", settings.seed());
    root.put("interrupted", outcome.interrupted());
    root.set("training", training());
    root.set("evaluation", evaluation());
    root.set("versions", JSON.valueToTree(versions));
    root.set("config", config);
    AtomicFiles.write(
        file,
        out -> out.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n"));
  }

  /** Writes how long it took by the wall clock, all processes that worked on it together. */
  public void writeTiming(Path file) {
    ObjectNode root = JSON.createObjectNode();
    root.put("training_wall_seconds", outcome.training().map(Training::wallSeconds).orElse(0.0));
    root.put("evaluation_wall_seconds", outcome.evaluationWallSeconds());
    AtomicFiles.write(file, out -> out.write(root.toPrettyString() + "\n"));
  }

  private ObjectNode training() {
    ObjectNode node = JSON.createObjectNode();
    List<TrainingEpisode> episodes = outcome.training().map(Training::episodes).orElse(List.of());
    node.put("episodes", episodes.size());
    node.put("steps", episodes.stream().mapToLong(e -> e.result().steps()).sum());
    node.set("failed_episodes", failed(episodes.stream().map(TrainingEpisode::result).toList()));
    outcome
        .training()
        .map(Training::figures)
        .filter(figures -> !figures.isEmpty())
        .ifPresent(figures -> node.set("figures", JSON.valueToTree(figures)));
    return node;
  }

  private ObjectNode evaluation() {
    Evaluation evaluation = outcome.evaluation();
    ObjectNode node = JSON.createObjectNode();
    node.put("episodes", evaluation.episodes().size());
    if (!outcome.interrupted()) {
      settings.solvedBy(outcome).ifPresent(solved -> node.put("solved", solved));
    }
    put(node, "success_rate", successRate(evaluation));
    put(node, "mean_time_to_target_seconds", evaluation.meanTimeToTargetSeconds());
    put(node, "mean_return", evaluation.meanReturn());
    node.put("steps", evaluation.episodes().stream().mapToLong(EpisodeResult::steps).sum());
    node.set("failed_episodes", failed(evaluation.episodes()));
    return node;
  }

  /** NaN where the task has no aim. */
  private double successRate(Evaluation evaluation) {
    return settings.hasAim() ? evaluation.successRate() : Double.NaN;
  }

  /** JSON has no NaN: a mean over nothing, and what does not apply, is null. */
  private static void put(ObjectNode node, String key, double value) {
    if (Double.isNaN(value)) {
      node.putNull(key);
    } else {
      node.put(key, value);
    }
  }

  private static ArrayNode failed(List<EpisodeResult> episodes) {
    ArrayNode failed = JSON.createArrayNode();
    for (EpisodeResult episode : episodes) {
      if (episode.status() != CycleStatus.OK) {
        failed
            .addObject()
            .put("episode", episode.episode())
            .put("status", episode.status().name())
            .put("steps", episode.steps());
      }
    }
    return failed;
  }

  /**
   * Writes {@code episodes.csv}: a row per training episode, then one per evaluation episode. Only
   * networks have a column of losses.
   */
  public void writeEpisodes(Path file) {
    List<TrainingEpisode> training = outcome.training().map(Training::episodes).orElse(List.of());
    boolean losses = training.stream().anyMatch(episode -> !Double.isNaN(episode.loss()));
    List<String> header =
        new ArrayList<>(
            List.of(
                "kind",
                "episode",
                "return",
                "steps",
                "seconds",
                "success",
                "status",
                "epsilon",
                "mean_q",
                "state_visits",
                "action_visits"));
    if (losses) {
      header.add("loss");
    }
    CsvFile.write(
        file,
        header,
        rows -> {
          for (TrainingEpisode episode : training) {
            List<Object> row =
                row(episode.result(), cell(episode.epsilon()), cell(episode.meanValue()));
            if (losses) {
              row.add(cell(episode.loss()));
            }
            rows.add(row);
          }
          for (EpisodeResult episode : outcome.evaluation().episodes()) {
            List<Object> row = row(episode, "", "");
            if (losses) {
              row.add("");
            }
            rows.add(row);
          }
        });
  }

  /** A mean over nothing, and what does not apply, is an empty cell. */
  private static Object cell(double value) {
    return Double.isNaN(value) ? "" : value;
  }

  private List<Object> row(EpisodeResult result, Object epsilon, Object meanValue) {
    return new ArrayList<>(
        List.of(
            result.kind().label(),
            result.episode(),
            result.totalReward(),
            result.steps(),
            result.seconds(),
            settings.hasAim() ? (result.succeeded() ? 1 : 0) : "",
            result.status().name(),
            epsilon,
            meanValue,
            joined(result.decisions().states()),
            joined(result.decisions().actions())));
  }

  private static String joined(long[] counts) {
    return Arrays.stream(counts).mapToObj(Long::toString).collect(Collectors.joining(" "));
  }

  /** Writes {@code evaluations.csv}: the greedy policy judged while it was trained. */
  public void writeEvaluations(Path file) {
    CsvFile.write(
        file,
        List.of(
            "training_episodes",
            "episodes",
            "success_rate",
            "mean_time_to_target_seconds",
            "mean_return",
            "failed"),
        rows -> {
          for (Evaluation evaluation :
              outcome.training().map(Training::validations).orElse(List.of())) {
            rows.add(
                List.of(
                    evaluation.afterTrainingEpisodes(),
                    evaluation.episodes().size(),
                    cell(successRate(evaluation)),
                    cell(evaluation.meanTimeToTargetSeconds()),
                    cell(evaluation.meanReturn()),
                    evaluation.failedEpisodes().size()));
          }
        });
  }
}
