package org.ophiura.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.QTableFile;
import org.ophiura.app.results.RunFolder;
import org.ophiura.app.results.RunResults;
import org.ophiura.app.results.TrajectoryRecorder;
import org.ophiura.app.results.UserException;
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
import org.ophiura.learning.tabular.QLearner;

/**
 * Runs a trial in its folder: begins, or goes on from the checkpoint that is there, and publishes
 * what came of it. However often it was stopped on the way, the files are the same in the end, but
 * for {@link RunResults#TIMING_FILE}.
 */
public final class TrialRun {
  /** A trained policy that is judged, where the run is an evaluation; there from the start. */
  private static final String POLICY_FILE = "policy-given.json";

  /** What only serves to continue. */
  private static final List<String> SUPERFLUOUS =
      List.of(CheckpointStore.FILES.get(0), CheckpointStore.FILES.get(1), POLICY_FILE);

  private static final double NANOS_PER_SECOND = 1e9;

  private final Trial trial;
  private final RunFolder folder;
  private final Map<String, String> versions;
  private LongSupplier nanoClock = System::nanoTime;
  private double secondsBetweenCheckpoints = 0.5;

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

  /** What was published. */
  public record Published(TrialOutcome outcome, Path folder, Optional<Path> earlier) {}

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
      texts.put(POLICY_FILE, Files.readString(policy));
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
    TrialRunner runner = new TrialRunner(trial, threads, interruption, progress, checkpoints);
    Path policy = folder.file(POLICY_FILE);
    TrialOutcome outcome =
        Files.exists(policy) ? runner.evaluate(policyOf(policy), recorder) : runner.run(recorder);
    write(outcome, recorder);
    boolean interrupted = outcome.interrupted();
    Optional<Path> earlier =
        folder.publish(
            replaces(folder.target(), trial.settings(), interrupted),
            interrupted ? List.of() : SUPERFLUOUS);
    return new Published(outcome, folder.target(), earlier);
  }

  /** Publishes a run that was stopped after its last file was written. */
  public static Optional<Path> publishFinished(RunFolder folder, TrialSettings settings) {
    return folder.publish(replaces(folder.target(), settings, false), SUPERFLUOUS);
  }

  private Policy policyOf(Path file) {
    try (Rig rig = trial.newRig()) {
      return PolicyFile.read(file).policyFor(file, trial.layout(), rig.decider().orElseThrow());
    }
  }

  private TrajectoryRecorder recorder() {
    try (Rig rig = trial.newRig()) {
      return new TrajectoryRecorder(trial.layout(), rig.stepLimit());
    }
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
    if (training.learner() instanceof QLearner learner) {
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

  /** Whether the run that stands there already is the same as this one, or less of it. */
  private static boolean replaces(Path target, TrialSettings settings, boolean interrupted) {
    Path earlier = target.resolve(RunFolder.RESULT_FILE);
    if (!Files.isRegularFile(earlier)) {
      return true;
    }
    try {
      JsonNode result = new ObjectMapper().readTree(earlier.toFile());
      boolean complete = !result.path("interrupted").asBoolean();
      // As text: a tree that was read and one that was made hold numbers of different types.
      String config = Resolved.toTree(settings).toString();
      return result.path("config").toString().equals(config) && !(complete && interrupted);
    } catch (IOException e) {
      return false;
    }
  }
}
