package org.ophiura.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
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
import org.ophiura.learning.Learner;
import org.ophiura.learning.Policy;
import org.ophiura.learning.tabular.TabularLearner;

/**
 * Runs a trial in its folder: begins, or goes on from the checkpoint that is there, and publishes
 * what came of it. However often it was stopped on the way, the files are the same in the end, but
 * for {@link RunResults#TIMING_FILE}.
 */
public final class TrialRun {
  private final Trial trial;
  private final RunFolder folder;
  private final Map<String, String> versions;
  private final FolderRun run;
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
    run = new FolderRun(folder, trial.settings());
  }

  /** Sets how often the state is kept, at most; 0 after every round. */
  public TrialRun withCheckpoints(LongSupplier nanoClock, double secondsBetween) {
    run.keepCheckpoints(nanoClock, secondsBetween);
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
    TrajectoryRecorder recorder = recorder();
    Path policy = folder.file(RunFolder.GIVEN_POLICY_FILE);
    Optional<Policy> given = Files.exists(policy) ? Optional.of(read(policy)) : Optional.empty();
    return run.run(
        checkpoints -> {
          TrialRunner runner =
              new TrialRunner(trial, threads, interruption, progress, checkpoints)
                  .withSpectator(spectator);
          return given.isPresent() ? runner.evaluate(given.get(), recorder) : runner.run(recorder);
        },
        outcome -> write(outcome, recorder),
        outcome -> make(outcome, given));
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
    Optional<Policy> policy = given.or(() -> outcome.learner().map(Learner::greedy));
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
    outcome
        .training()
        .ifPresent(training -> writePolicy(training, outcome.learner().orElseThrow(), config));
    results.writeEpisodes(folder.file("episodes.csv"));
    results.writeEvaluations(folder.file("evaluations.csv"));
    if (!recorder.isEmpty()) {
      recorder.write(folder.file("trajectory.csv"));
    }
    results.writeTiming(folder.file(RunResults.TIMING_FILE));
    results.writeSummary(folder.file(RunFolder.RESULT_FILE), config, versions);
  }

  private void writePolicy(Training training, Learner learned, JsonNode config) {
    if (learned instanceof TabularLearner learner) {
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
}
