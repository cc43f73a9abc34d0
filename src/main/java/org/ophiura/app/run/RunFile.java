package org.ophiura.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.UserException;

/** {@code run.json}: marks a folder whose run can be continued, and says by which versions. */
final class RunFile {
  static final String NAME = "run.json";

  /** The parts whose version changes the results, or may. */
  private static final List<String> MATTERING = List.of("ophiura", "mujoco", "platform");

  private static final ObjectMapper JSON = new ObjectMapper();

  private RunFile() {}

  static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(NAME));
  }

  static void write(Path folder, Map<String, String> versions) {
    ObjectNode run = JSON.createObjectNode();
    run.set("versions", JSON.valueToTree(versions));
    AtomicFiles.write(folder.resolve(NAME), out -> out.write(run.toPrettyString() + "\n"));
  }

  /**
   * Compares the versions that a run was begun with to those of now.
   *
   * @param named the folder as the user calls it
   * @throws UserException naming the first that differs
   */
  static void requireSameVersions(Path folder, Path named, Map<String, String> versions) {
    JsonNode began;
    try {
      began = JSON.readTree(folder.resolve(NAME).toFile());
    } catch (IOException e) {
      throw new UserException(
          named
              + " cannot be continued: its "
              + NAME
              + " cannot be read; run its "
              + RunFolder.TRIAL_FILE
              + " again");
    }
    differing(began, versions)
        .ifPresent(
            part -> {
              throw new UserException(
                  named
                      + " was begun with "
                      + part
                      + " "
                      + version(began, part)
                      + ", this is "
                      + part
                      + " "
                      + versions.get(part)
                      + ": the results would be a mixture. Continue it with the former, or run its "
                      + RunFolder.TRIAL_FILE
                      + " again");
            });
  }

  /**
   * The first part that matters and has another version.
   *
   * @param file with the versions of a run
   */
  static Optional<String> differing(JsonNode file, Map<String, String> versions) {
    return MATTERING.stream()
        .filter(part -> !version(file, part).equals(versions.get(part)))
        .findFirst();
  }

  private static String version(JsonNode file, String part) {
    return file.path("versions").path(part).asText();
  }
}
