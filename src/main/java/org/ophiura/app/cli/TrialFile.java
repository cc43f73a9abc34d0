package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import org.ophiura.app.config.Config;
import org.ophiura.app.trial.EvaluationSettings;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.plugin.SettingException;

/**
 * The file of a robot's trial as read.
 *
 * @param file where it is
 * @param text what it says, word for word
 * @param config where each setting stands, for problems that only show later
 * @param settings its settings with the changes of the command line
 */
record TrialFile(Path file, String text, Config<?> config, TrialSettings settings) {

  /** The same file, judged otherwise. */
  TrialFile withEvaluation(EvaluationSettings evaluation) {
    return new TrialFile(file, text, config, settings.withEvaluation(evaluation));
  }

  /** Opens the trial; what does not fit is reported with file and line. */
  Trial open() {
    return located(() -> Trial.open(settings));
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
