package org.ophiura.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ophiura.app.config.Config;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.trial.EvaluationSettings;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.plugin.SettingException;

/**
 * A trial file as read.
 *
 * @param file where it is
 * @param text what it says, word for word
 * @param config where each setting stands, for problems that only show later
 * @param settings its settings with the changes of the command line
 */
record TrialFile(Path file, String text, Config<TrialSettings> config, TrialSettings settings) {

  /** A file that was read, with another seed. */
  static TrialFile of(Path file, Config<TrialSettings> config, Optional<Long> seed) {
    try {
      return new TrialFile(
          file,
          Files.readString(file),
          config,
          seed.map(config.settings()::withSeed).orElse(config.settings()));
    } catch (IOException e) {
      throw new UserException(file + " cannot be read: " + e.getMessage());
    }
  }

  /** The trial of a folder that is continued. */
  static TrialFile of(RunFolder folder) {
    Path file = folder.file(RunFolder.TRIAL_FILE);
    return of(file, ConfigReader.load(file, TrialSettings.class, List.of()), Optional.empty());
  }

  /** The same file, judged otherwise. */
  TrialFile withEvaluation(EvaluationSettings evaluation) {
    return new TrialFile(file, text, config, settings.withEvaluation(evaluation));
  }

  /** Opens the trial; what does not fit is reported with file and line. */
  Trial open() {
    return located(() -> Trial.open(settings));
  }

  /** Opens the trial and closes it again, to find before a long study what does not fit. */
  void rehearse() {
    try (Trial trial = open()) {
      located(trial::learns);
    }
  }

  /** Opens the plant alone, for commands that need neither task nor controller. */
  Trial openPlant() {
    return located(() -> Trial.openPlant(settings));
  }

  /** Runs what may find a setting that does not fit, and adds file and line to the report. */
  <T> T located(Supplier<T> work) {
    try {
      return work.get();
    } catch (SettingException e) {
      throw config.locate(e);
    }
  }
}
