package org.ophiura.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ophiura.app.config.Config;
import org.ophiura.app.problem.Problem;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.Experiments;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.plugin.SettingException;

/**
 * A settings file of either kind as read: a robot's trial or a problem with an environment.
 *
 * @param file where it is
 * @param text what it says, word for word
 * @param config where each setting stands, for problems that only show later
 * @param experiment its settings with the changes of the command line
 */
record ExperimentFile(Path file, String text, Config<?> config, Experiment experiment) {

  /** A file that was read, with another seed. */
  static ExperimentFile of(Path file, Config<?> config, Optional<Long> seed) {
    try {
      Experiment own = Experiments.of(config);
      return new ExperimentFile(
          file, Files.readString(file), config, seed.map(own::withSeed).orElse(own));
    } catch (IOException e) {
      throw new UserException(file + " cannot be read: " + e.getMessage());
    }
  }

  /** The experiment of a folder that is continued. */
  static ExperimentFile of(RunFolder folder) {
    Path file = folder.file(RunFolder.TRIAL_FILE);
    return of(file, Experiments.load(file, List.of(), List.of()), Optional.empty());
  }

  /** Whether it has an environment in place of a robot. */
  boolean isProblem() {
    return experiment instanceof ProblemSettings;
  }

  /**
   * The robot's trial.
   *
   * @param command that needs one
   * @throws UserException if it is a problem with an environment
   */
  TrialFile trial(String command) {
    if (experiment instanceof TrialSettings settings) {
      return new TrialFile(file, text, config, settings);
    }
    throw new UserException(
        file
            + ": '"
            + command
            + "' needs the trial of a robot, with a block 'plant'; this one has an 'environment':"
            + " see 'ophiura run', 'ophiura watch' and 'ophiura render'");
  }

  /** The problem; call it for those alone. */
  ProblemFile problem() {
    return new ProblemFile(this, (ProblemSettings) experiment);
  }

  /** Opens it and closes it again, to find before a long study what does not fit. */
  void rehearse() {
    located(
        () -> {
          Experiments.rehearse(experiment);
          return file;
        });
  }

  /** Runs what may find a setting that does not fit, and adds file and line to the report. */
  <T> T located(Supplier<T> work) {
    try {
      return work.get();
    } catch (SettingException e) {
      throw config.locate(e);
    }
  }

  /**
   * The file of a problem.
   *
   * @param given as it was read
   * @param settings of the problem
   */
  record ProblemFile(ExperimentFile given, ProblemSettings settings) {

    /** Opens the problem; what does not fit is reported with file and line. */
    Problem open() {
      return given.located(() -> Problem.open(settings));
    }
  }
}
