package org.ophiura.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.QTableFile;
import org.ophiura.app.results.RunResults;
import org.ophiura.app.results.TrajectoryRecorder;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Training;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialRunner;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.learning.tabular.TabularLearner;

/**
 * Runs a trial in its folder: begins, or goes on from the checkpoint that is there, and publishes
 * what came of it. However often it was stopped on the way, the files are the same in the end, but
 * for {@link RunResults#TIMING_FILE}.
 */
public final class TrialRun {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Trial trial;
  private final RunFolder folder;
  private final Map<String, String> versions;
  private LongSupplier nanoClock = System::nanoTime;
  private double secondsBetweenCheckpoints = 0.5;
  private List<RunProduct> products = List.of();
  private Function<Rig, EpisodeListener> spectator = rig -> EpisodeListener.NONE;

  /**
   * Prepares a run.
   *
   * @param trial of the settings that {@code folder} was opened with
   * @param folder stays the caller's to close
   * @param versions of the parts that the result depends on
   */
  public TrialRun(Trial trial, RunFolder folder, Map<String, String> versions) {
    this.trial = trial;
    this.folder = folder;
    this.versions = new LinkedHashMap<>(versions); // Keeps their order, unlike Map.copyOf.
  }

  /**
   * What was published.
   *
   * @param outcome what came of the trial
   * @param continuable whether it was interrupted and can be continued
   * @param earlier where the run is now that stood there before, if it was kept
   * @param missing what was not made, and why
   */
  public record Published(
      TrialOutcome outcome, boolean continuable, Optional<Path> earlier, List<String> missing) {}

  /**
   * Brings a trial to its end, whatever was done of it before: a finished run of the same settings
   * and versions is read, one that was stopped is continued, else a new one is begun. For those who
   * run many trials, each in a folder of its own; several threads may call it with different
   * targets.
   *
   * @param target where the results are to be
   * @param settings of the trial
   * @param given what stands for the trial file in the folder
   * @param versions of the parts that the result depends on
   * @return the episodes as its files have them; some are missing after an interruption
   * @throws org.ophiura.sim.plugin.SettingException if a setting does not fit
   * @throws UserException if the folder cannot be written, or is somebody else's
   */
  public static RunRecord complete(
      Path target,
      TrialSettings settings,
      String given,
      Map<String, String> versions,
      int threads,
      Interruption interruption,
      TrialProgress progress) {
    if (RunFolders.isFinished(target) && RunRecord.isOf(target, settings, versions)) {
      return RunRecord.read(target);
    }
    RunFolder opened =
        Stream.concat(Stream.of(target), RunFolders.unfinished(target).stream())
            .filter(RunFile::isIn)
            .filter(folder -> RunRecord.isOf(folder, settings))
            .findFirst()
            .map(folder -> RunFolder.resume(folder, versions))
            .orElseGet(() -> newFolder(target, settings, given, versions));
    try (RunFolder folder = opened) {
      if (RunFolders.isFinished(folder.working())) {
        publishFinished(folder, settings);
      } else {
        try (Trial trial = Trial.open(settings)) {
          new TrialRun(trial, folder, versions).run(threads, interruption, progress);
        }
      }
    }
    return RunRecord.read(target);
  }

  /** Opens the folder of a new run. */
  public static RunFolder newFolder(
      Path target, TrialSettings settings, String given, Map<String, String> versions) {
    return RunFolder.open(target, versions, texts(settings, given));
  }

  /** Opens the folder of a new evaluation of a policy file. */
  public static RunFolder newFolder(
      Path target,
      TrialSettings settings,
      String given,
      Path policy,
      Map<String, String> versions) {
    Map<String, String> texts = texts(settings, given);
    try {
      texts.put(RunFolder.GIVEN_POLICY_FILE, Files.readString(policy));
    } catch (IOException e) {
      throw new UserException(policy + " cannot be read: " + e.getMessage());
    }
    return RunFolder.open(target, versions, texts);
  }

  private static Map<String, String> texts(TrialSettings settings, String given) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put(RunFolder.TRIAL_FILE, Resolved.toYaml(settings));
    texts.put(RunFolder.GIVEN_FILE, given);
    return texts;
  }

  /** Sets how often the state is kept, at most; 0 after every round. */
  public TrialRun withCheckpoints(LongSupplier nanoClock, double secondsBetween) {
    this.nanoClock = nanoClock;
    secondsBetweenCheckpoints = secondsBetween;
    return this;
  }

  /** Lets somebody see the episodes of one of the rigs, on its thread; changes no result. */
  public TrialRun withSpectator(Function<Rig, EpisodeListener> newSpectator) {
    spectator = newSpectator;
    return this;
  }

  /** Sets what is made of the run at its end, unless it is interrupted. */
  public TrialRun withProducts(List<RunProduct> products) {
    this.products = List.copyOf(products);
    return this;
  }

  /**
   * Runs all that is still to run, writes the files and publishes the folder.
   *
   * @param threads episodes that run at the same time; may differ from one process to the next
   * @throws UserException if a file cannot be written; the folder can be continued then
   */
  public Published run(int threads, Interruption interruption, TrialProgress progress) {
    CheckpointStore checkpoints =
        CheckpointStore.open(
            folder.working(),
            Resolved.toYaml(trial.settings()),
            nanoClock,
            Math.round(secondsBetweenCheckpoints * NANOS_PER_SECOND),
            folder::keep);
    TrajectoryRecorder recorder = recorder();
    TrialRunner runner =
        new TrialRunner(trial, threads, interruption, progress, checkpoints)
            .withSpectator(spectator);
    Path policy = folder.file(RunFolder.GIVEN_POLICY_FILE);
    Optional<Policy> given = Files.exists(policy) ? Optional.of(read(policy)) : Optional.empty();
    try {
      TrialOutcome outcome =
          given.isPresent() ? runner.evaluate(given.get(), recorder) : runner.run(recorder);
      folder.setMaking(true); // Until its products are made, it is not finished.
      write(outcome, recorder);
      List<String> missing = make(outcome, given);
      folder.setMaking(false);
      boolean continuable = outcome.interrupted() && !checkpoints.isEmpty();
      boolean replaces = replaces(folder.target(), trial.settings(), outcome.interrupted());
      return new Published(outcome, continuable, folder.publish(replaces, continuable), missing);
    } catch (UserException e) {
      throw checkpoints.isEmpty() ? e : new UserException(e.getMessage() + wayOn());
    }
  }

  private String wayOn() {
    return ". The run up to its last checkpoint is kept; mend that, then continue with 'ophiura run"
        + " --resume "
        + RunFolders.shown(folder.working())
        + "'";
  }

  /** Publishes a run that was stopped after its last file was written. */
  public static Optional<Path> publishFinished(RunFolder folder, TrialSettings settings) {
    return folder.publish(replaces(folder.target(), settings, false), false);
  }

  private Policy read(Path file) {
    try (Rig rig = trial.newRig()) {
      return PolicyFile.read(file).policyFor(file, trial.layout(), rig.decider().orElseThrow());
    }
  }

  private TrajectoryRecorder recorder() {
    try (Rig rig = trial.newRig()) {
      return new TrajectoryRecorder(trial.layout(), rig.stepLimit());
    }
  }

  /** Makes the products; what stands in the way of one. */
  private List<String> make(TrialOutcome outcome, Optional<Policy> given) {
    if (outcome.interrupted()) {
      return List.of();
    }
    Optional<Policy> policy =
        given.or(() -> outcome.training().map(training -> training.learner().greedy()));
    RunProduct.Finished run = new RunProduct.Finished(trial, policy, outcome, folder.working());
    List<String> missing = new ArrayList<>();
    for (RunProduct product : products) {
      try {
        product.make(run);
      } catch (UserException e) {
        missing.add(product.name() + " was not made: " + e.getMessage());
      }
    }
    return missing;
  }

  private void write(TrialOutcome outcome, TrajectoryRecorder recorder) {
    JsonNode config = Resolved.toTree(trial.settings());
    RunResults results = new RunResults(trial.settings(), outcome);
    outcome.training().ifPresent(training -> writePolicy(training, config));
    results.writeEpisodes(folder.file("episodes.csv"));
    results.writeEvaluations(folder.file("evaluations.csv"));
    if (!recorder.isEmpty()) {
      recorder.write(folder.file("trajectory.csv"));
    }
    results.writeTiming(folder.file(RunResults.TIMING_FILE));
    results.writeSummary(folder.file(RunFolder.RESULT_FILE), config, versions);
  }

  private void writePolicy(Training training, JsonNode config) {
    if (training.learner() instanceof TabularLearner learner) {
      TrialSettings settings = trial.settings();
      PolicyFile.Origin origin =
          new PolicyFile.Origin(
              settings.name(), settings.seed(), training.episodes().size(), config);
      try (Rig rig = trial.newRig()) {
        DecidingController controller = rig.decider().orElseThrow();
        PolicyFile.of(origin, trial.layout(), controller, learner.table())
            .write(folder.file(PolicyFile.NAME));
        QTableFile.write(folder.file(QTableFile.NAME), controller, learner.table());
      }
    }
  }

  /**
   * Whether nothing is lost with the run that stands there already: this one is complete and of the
   * same settings.
   */
  private static boolean replaces(Path target, TrialSettings settings, boolean interrupted) {
    return !interrupted && RunRecord.isOf(target, settings);
  }
}
