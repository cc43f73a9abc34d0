package org.ophiura.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ophiura.app.config.Config;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.TrialSettings;
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
  private Optional<Long> seed = Optional.empty();

  /** The trial file with all changes, and where each of its settings stands. */
  TrialFile read() {
    Config<TrialSettings> config = ConfigReader.load(file, TrialSettings.class, changes);
    return new TrialFile(
        file, text(), config, seed.map(config.settings()::withSeed).orElse(config.settings()));
  }

  private String text() {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UserException(file + " cannot be read: " + e.getMessage());
    }
  }
}
