package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.config.Samples.Trial;

/** Every message a user can get, word for word. {@code FILE} stands for the file's name. */
class ConfigProblemsTest {
  @TempDir Path folder;

  private String problemsOf(Path file, String... overrides) {
    ConfigException e =
        assertThrows(
            ConfigException.class, () -> ConfigReader.read(file, Trial.class, List.of(overrides)));
    assertEquals(String.join("\n", e.problems()), e.getMessage());
    return String.join("\n", e.problems())
        .replace(file.toString(), "FILE")
        .replace(folder.toString(), "FOLDER");
  }

  private String problems(String yaml, String... overrides) throws IOException {
    return problemsOf(Files.writeString(folder.resolve("trial.yaml"), yaml), overrides);
  }

  private static String lines(String... lines) {
    return Arrays.stream(lines).collect(Collectors.joining("\n"));
  }

  @Test
  void allProblemsAreToldInTheOrderOfTheFile() throws IOException {
    assertEquals(
        lines(
            "FILE:1: seed must be >= 0, got -1",
            "FILE:3: body.modle is not a setting; did you mean 'body.model'?"
                + " Known: model, physics-timestep, physics-steps-per-control-step",
            "FILE:4: body.physics-timestep must be > 0 (s), got 0",
            "FILE:6: gait.fraction must be in [0, 1], got 1.5",
            "FILE:7: gait.gain must be > 0 (1/s), got -3",
            "FILE:8: nmae is not a setting; did you mean 'name'?"
                + " Known: name, seed, body, target, gait, others, table, time-limit",
            "--set gait.revers: gait.revers is not a setting; did you mean 'gait.reverse'?"
                + " Known: gain, lowest, highest, fraction, phases, weights, reverse"),
        problems(
            """
            seed: -1
            body:
              modle: brittle-star
              physics-timestep: 0
            gait:
              fraction: 1.5
              gain: -3
            nmae: x
            """,
            "gait.revers=true"));
  }
}
