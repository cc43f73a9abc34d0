package org.ophiura.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.plugin.SettingException;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The trial file of a command, and what the command line changes in it. */
final class TrialOptions {
  @Parameters(paramLabel = "TRIAL.yaml", description = "The trial file.")
  private Path file = Path.of("");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "Changes a setting, such as controller.policy.type=follow-target. The value is YAML. May"
              + " be repeated.")
  private List<String> changes = new ArrayList<>();

  @Option(names = "--seed", paramLabel = "N", description = "The trial's seed.")
  private OptionalLong seed = OptionalLong.empty();

  /** The trial file. */
  Path file() {
    return file;
  }

  /** Reads the trial file with all changes. */
  TrialSettings read() {
    TrialSettings settings = ConfigReader.read(file, TrialSettings.class, changes);
    return seed.isPresent() ? settings.withSeed(seed.getAsLong()) : settings;
  }

  /** Opens a trial; what does not fit is reported with the file's name. */
  Trial open(TrialSettings settings) {
    return explained(() -> Trial.open(settings));
  }

  /** Runs what may find a setting that does not fit, and adds the file's name to the report. */
  <T> T explained(Supplier<T> work) {
    try {
      return work.get();
    } catch (SettingException e) {
      throw new UserException(file + ": " + e.getMessage());
    }
  }
}
