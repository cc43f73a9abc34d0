package org.ophiura.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.results.QTableFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.RunFolder;

/** What a report says of any run: its plots, its settings, and which files it was made of. */
final class RunSources {
  private static final List<String> HASHED =
      List.of(
          RunFolder.TRIAL_FILE,
          PolicyFile.NAME,
          QTableFile.NAME,
          "episodes.csv",
          "evaluations.csv",
          "trajectory.csv");

  private RunSources() {}

  /**
   * Adds it.
   *
   * @param data Modified.
   * @param folder of the run
   * @param settings as resolved
   */
  static void add(ReportData data, Path folder, Record settings) {
    ReportPlots.in(folder).forEach(data::plot);
    data.text("The trial file as it was given", read(folder.resolve(RunFolder.GIVEN_FILE)));
    data.text("All settings as resolved", Resolved.toYaml(settings));
    for (String file : HASHED) {
      if (Files.exists(folder.resolve(file))) {
        data.hash(folder.resolve(file));
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UserException(file + " cannot be read: " + e.getMessage());
    }
  }
}
