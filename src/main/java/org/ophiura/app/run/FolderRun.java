package org.ophiura.app.run;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Checkpoints;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.sim.environment.EnvironmentException;

/** What every run in a folder has in common: checkpoints, then its files, then its publication. */
final class FolderRun {
  private static final double NANOS_PER_SECOND = 1e9;

  private final RunFolder folder;
  private final Experiment experiment;
  private LongSupplier nanoClock = System::nanoTime;
  private double secondsBetweenCheckpoints = 0.5;

  FolderRun(RunFolder folder, Experiment experiment) {
    this.folder = folder;
    this.experiment = experiment;
  }

  /** Sets how often the state is kept, at most; 0 after every round. */
  void keepCheckpoints(LongSupplier clock, double secondsBetween) {
    nanoClock = clock;
    secondsBetweenCheckpoints = secondsBetween;
  }

  /**
   * Runs and publishes.
   *
   * @param work from the checkpoint that is there to the outcome
   * @param writing the files of the outcome
   * @param making what is made for people to look at; tells what stands in the way
   */
  Published run(
      Function<Checkpoints, TrialOutcome> work,
      Consumer<TrialOutcome> writing,
      Function<TrialOutcome, List<String>> making) {
    CheckpointStore checkpoints =
        CheckpointStore.open(
            folder.working(),
            Resolved.toYaml(experiment.settings()),
            nanoClock,
            Math.round(secondsBetweenCheckpoints * NANOS_PER_SECOND),
            folder::keep);
    try {
      TrialOutcome outcome = work.apply(checkpoints);
      folder.setMaking(true); // Until its products are made, it is not finished.
      writing.accept(outcome);
      List<String> missing = outcome.interrupted() ? List.of() : making.apply(outcome);
      folder.setMaking(false);
      boolean continuable = outcome.interrupted() && !checkpoints.isEmpty();
      boolean replaces = replaces(folder.target(), experiment, outcome.interrupted());
      return new Published(outcome, continuable, folder.publish(replaces, continuable), missing);
    } catch (UserException | EnvironmentException e) {
      throw checkpoints.isEmpty() ? e : new UserException(e.getMessage() + wayOn());
    }
  }

  private String wayOn() {
    return ". The run up to its last checkpoint is kept; mend that, then continue with 'ophiura run"
        + " --resume "
        + RunFolders.shown(folder.working())
        + "'";
  }

  /**
   * Whether nothing is lost with the run that stands there already: this one is complete and of the
   * same settings.
   */
  static boolean replaces(Path target, Experiment experiment, boolean interrupted) {
    return !interrupted && RunRecord.isOf(target, experiment);
  }
}
