package org.ophiura.app.tensorboard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.RunProduct;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.app.trial.TrialState;
import org.ophiura.learning.tabular.QLearner;
import org.ophiura.learning.tabular.QTable;

/**
 * Writes {@code tensorboard/} of a run while it trains: hears of its episodes, and at the end adds
 * the learned values. Steps are training episodes.
 *
 * <p>An event's time is the robot's: the simulated seconds of all training so far. A run that is
 * continued writes the file anew from the episodes that it knows, so that it ends with the same
 * bytes as one that was never stopped.
 */
public final class TensorBoardEvents implements TrialProgress, RunProduct, AutoCloseable {
  /** Its folder in that of a run. */
  public static final String FOLDER = "tensorboard";

  private static final String FILE = "events.out.tfevents.0.ophiura";
  private static final String HPARAMS = "hparams";

  private final TrialSettings settings;
  private final Path folder;
  private Optional<EventFile> file = Optional.empty();
  private double seconds;
  private int trained;

  /**
   * Prepares the events of a run.
   *
   * @param folder of the run, while it runs
   */
  public TensorBoardEvents(TrialSettings settings, Path folder) {
    this.settings = settings;
    this.folder = folder;
  }

  @Override
  public void begun(TrialState start, boolean resumable) {
    try {
      Files.createDirectories(folder.resolve(FOLDER));
    } catch (IOException e) {
      throw new UserException(folder.resolve(FOLDER) + " cannot be made: " + e.getMessage());
    }
    EventFile begun = new EventFile(folder.resolve(FOLDER).resolve(FILE));
    file = Optional.of(begun);
    begun.plugin("_hparams_/session_start_info", HPARAMS, sessionStart());
    List<Evaluation> judged = start.validations();
    int next = 0;
    for (TrainingEpisode episode : start.training()) {
      write(begun, episode);
      while (next < judged.size() && judged.get(next).afterTrainingEpisodes() == trained) {
        write(begun, judged.get(next++));
      }
    }
    begun.flush();
  }

  @Override
  public void trained(TrainingEpisode episode) {
    file.ifPresent(
        events -> {
          write(events, episode);
          events.flush();
        });
  }

  @Override
  public void validated(Evaluation evaluation) {
    file.ifPresent(
        events -> {
          write(events, evaluation);
          events.flush();
        });
  }

  private void write(EventFile events, TrainingEpisode episode) {
    EpisodeResult result = episode.result();
    trained++;
    seconds += result.seconds();
    events.scalar(seconds, trained, "training/return", result.totalReward());
    if (settings.hasAim()) {
      events.scalar(seconds, trained, "training/success", result.succeeded() ? 1 : 0);
    }
    events.scalar(seconds, trained, "training/length_seconds", result.seconds());
    events.scalar(seconds, trained, "training/epsilon", episode.epsilon());
    events.scalar(seconds, trained, "training/mean_value", episode.meanValue());
    events.counts(seconds, trained, "training/chosen_actions", result.decisions().actions());
  }

  private void write(EventFile events, Evaluation evaluation) {
    write(events, "greedy", evaluation);
  }

  private void write(EventFile events, String group, Evaluation evaluation) {
    int step = evaluation.afterTrainingEpisodes();
    if (settings.hasAim()) {
      events.scalar(seconds, step, group + "/success_rate", evaluation.successRate());
    }
    events.scalar(seconds, step, group + "/mean_return", evaluation.meanReturn());
  }

  @Override
  public String name() {
    return "the end of TensorBoard's events";
  }

  /** Adds the final evaluation, the learned values and the end of the session. */
  @Override
  public void make(Finished run) {
    file.ifPresent(
        events -> {
          write(events, "evaluation", run.outcome().evaluation());
          run.outcome()
              .training()
              .filter(training -> training.learner() instanceof QLearner)
              .map(training -> ((QLearner) training.learner()).table())
              .ifPresent(
                  table -> events.histogram(seconds, trained, "learned/values", values(table)));
          // HParamsPluginData: version 0, session_end_info 4 { status 1 = STATUS_SUCCESS 1 }.
          events.plugin(
              "_hparams_/session_end_info",
              HPARAMS,
              new Message().message(4, new Message().number(1, 1).real(2, seconds)));
          events.flush();
        });
  }

  private static double[] values(QTable table) {
    double[] values = new double[table.states() * table.actions()];
    for (int i = 0; i < values.length; i++) {
      values[i] = table.get(i / table.actions(), i % table.actions());
    }
    return values;
  }

  /** HParamsPluginData: session_start_info 3 { hparams 1, group_name 4, start_time_secs 5 }. */
  private Message sessionStart() {
    Message start = new Message();
    for (Map.Entry<String, String> setting : Hyperparameters.of(Resolved.toTree(settings))) {
      Message value = Hyperparameters.value(setting.getValue());
      start.message(1, new Message().text(1, setting.getKey()).message(2, value));
    }
    return new Message().message(3, start.text(4, settings.name()).real(5, 0));
  }

  @Override
  public void close() {
    file.ifPresent(EventFile::close);
    file = Optional.empty();
  }
}
