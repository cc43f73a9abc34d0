package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ophiura.app.Trials;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.trial.TrialSettings;

/** The trial files that are kept all run. */
final class TrialFilesTest {
  @TempDir private Path folder;

  static List<Path> files() {
    return Trials.files();
  }

  /** With its own time limit, one training episode where it learns, and one of evaluation. */
  @ParameterizedTest
  @MethodSource("files")
  void aKeptTrialRuns(Path file) {
    Invocation.of(
            "run",
            file,
            "--out",
            folder.resolve("out"),
            "--set",
            "training.episodes=1",
            "--set",
            "training.evaluate-every=0",
            "--set",
            "evaluation.episodes=1")
        .succeeded();
  }

  @ParameterizedTest
  @MethodSource("files")
  void aKeptTrialIsNamedAfterItsFile(Path file) {
    TrialSettings settings = ConfigReader.read(file, TrialSettings.class, List.of());
    assertEquals(settings.name() + ".yaml", String.valueOf(file.getFileName()));
  }

  @Test
  void theRequiredTrialsAreKept() {
    List<String> names =
        Trials.files().stream().map(file -> String.valueOf(file.getFileName())).toList();
    assertTrue(
        names.containsAll(
            List.of(
                "target-locomotion.yaml",
                "target-locomotion-each-second.yaml",
                "symmetric.yaml",
                "decentralised.yaml",
                "decentralised-amplitudes.yaml",
                "torque-locomotion.yaml",
                "tendon-locomotion.yaml",
                "first-notebook.yaml",
                "first-notebook-vectorised.yaml",
                "first-notebook-epsilon-decay.yaml",
                "first-notebook-decentralised.yaml",
                "later-tutorial.yaml",
                "later-tutorial-rich.yaml",
                "follow-target.yaml",
                "fixed-arm.yaml",
                "random.yaml",
                "undirected.yaml",
                "light-escape.yaml",
                "light-escape-noise.yaml",
                "waypoints.yaml",
                "two-arm-draft.yaml",
                "travelling-wave.yaml",
                "undulation.yaml",
                "damage-lost-arm.yaml",
                "damage-lost-arm-later.yaml",
                "damage-locked-joint.yaml",
                "damage-push.yaml",
                "damage-moved-target.yaml",
                "damage-noisy-sensors.yaml")),
        "" + names);
  }
}
