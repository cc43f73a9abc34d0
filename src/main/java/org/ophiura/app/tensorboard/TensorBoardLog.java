package org.ophiura.app.tensorboard;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialState;
import org.ophiura.learning.Learner;
import org.ophiura.learning.tabular.QTable;
import org.ophiura.learning.tabular.TabularLearner;

/**
 * Writes a training for TensorBoard while it goes on: an event for each episode and one for each
 * evaluation. The step is the number of training episodes; in place of the wall time stands the
 * simulated time of the training, so that the same run gives the same bytes, however often it was
 * stopped: a run that is continued cuts off what its last checkpoint does not know of.
 */
public final class TensorBoardLog implements TrialProgress, AutoCloseable {
  /** Folder in that of the run. */
  public static final String FOLDER = "tensorboard";

  /** TensorBoard looks for this in names. */
  private static final String FILE = "events.out.tfevents.0.ophiura";

  /** Version and hyper-parameters. */
  private static final int FIRST_EVENTS = 2;

  private final Path file;
  private final Experiment settings;
  private Optional<Records> records = Optional.empty();
  private double simulatedSeconds;
  private int trained;
  private Optional<QTable> table = Optional.empty();

  /**
   * Prepares a log.
   *
   * @param folder of the run as it goes on
   */
  public TensorBoardLog(Path folder, Experiment settings) {
    file = folder.resolve(FOLDER).resolve(FILE);
    this.settings = settings;
  }

  @Override
  public void begun(TrialState start, boolean resumable) {
    if (records.isPresent()) {
      return; // The evaluation of a run that was trained before.
    }
    try {
      Files.createDirectories(file.getParent());
      int known = FIRST_EVENTS + start.training().size() + start.validations().size();
      boolean fresh = start.training().isEmpty() && start.validations().isEmpty();
      records = Optional.of(Records.open(file, fresh ? 0 : known));
      if (fresh) {
        write(Event.version());
        write(new Event(0, 0).hyperParameters(settings.name(), parameters()).bytes());
      }
    } catch (IOException e) {
      throw failed(e);
    }
    for (TrainingEpisode episode : start.training()) {
      count(episode);
    }
  }

  private void count(TrainingEpisode episode) {
    trained++;
    simulatedSeconds += episode.result().seconds();
  }

  @Override
  public void learning(Learner learner) {
    table = learner instanceof TabularLearner known ? Optional.of(known.table()) : Optional.empty();
  }

  @Override
  public void trained(TrainingEpisode episode) {
    count(episode);
    EpisodeResult result = episode.result();
    Event event =
        new Event(simulatedSeconds, trained)
            .scalar("training/return", result.totalReward())
            .scalar("training/length_seconds", result.seconds())
            .scalar("training/epsilon", episode.epsilon())
            .scalar("training/mean_q", episode.meanValue())
            .scalar("training/loss", episode.loss());
    count(event, "training/states", result.decisions().states());
    count(event, "training/actions", result.decisions().actions());
    if (settings.hasAim()) {
      event.scalar("training/success", result.succeeded() ? 1 : 0);
    }
    write(event.bytes());
  }

  @Override
  public void validated(Evaluation evaluation) {
    Event event =
        new Event(simulatedSeconds, trained).scalar("greedy/return", evaluation.meanReturn());
    if (settings.hasAim()) {
      event
          .scalar("greedy/success", evaluation.successRate())
          .scalar("greedy/time_to_target_seconds", evaluation.meanTimeToTargetSeconds());
    }
    table.ifPresent(values -> event.histogram("greedy/q", values.toRows()));
    write(event.bytes());
  }

  /** Adds a histogram of counts, unless nothing was counted. */
  private static void count(Event event, String name, long[] counts) {
    if (counts.length > 0) {
      event.histogram(name, numbers(counts.length), weights(counts));
    }
  }

  private static double[] numbers(int count) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  private static double[] weights(long[] counts) {
    return Arrays.stream(counts).asDoubleStream().toArray();
  }

  /** Every setting by its path, but for the names of files. */
  private Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    collect("", Resolved.toTree(settings.settings()), parameters);
    return parameters;
  }

  private static void collect(String path, JsonNode node, Map<String, String> into) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              field ->
                  collect(
                      path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                      field.getValue(),
                      into));
    } else {
      into.put(path, node.isValueNode() ? node.asText() : node.toString());
    }
  }

  private void write(byte[] event) {
    try {
      records.orElseThrow().write(event);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private UserException failed(IOException problem) {
    return new UserException(file + " cannot be written: " + problem.getMessage());
  }

  @Override
  public void close() {
    try {
      if (records.isPresent()) {
        records.get().close();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
