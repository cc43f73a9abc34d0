package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks that do not fit their arena or their robot, told in one message before anything is run. */
final class BadTaskTest {
  @TempDir private Path folder;

  private void refused(String yaml, String message) throws IOException {
    Path trial = Files.writeString(folder.resolve("trial.yaml"), yaml);
    List<String> before = Folder.entries(folder);
    Invocation.of("run", trial, "--out", folder.resolve("out")).refused(folder, message);
    assertEquals(before, Folder.entries(folder));
  }

  private static String trial(String arena, String task, String indexer) {
    return """
        plant:
          type: mujoco
          arena: {half-size: [1.5, 1.5], %s}
        task:
          %s
        controller:
          type: leading-arm
          indexer: %s
          policy: follow-target
        """
        .formatted(arena, task, indexer);
  }

  @Test
  void aWaypointOutsideOfTheArena() throws IOException {
    refused(
        trial(
            "ground: checker",
            """
            type: directed-locomotion
              target:
                type: waypoints
                positions:
                  - [1, 0]
                  - [1, 1]
                  - [2, 0]
            """,
            "target-direction"),
        "FOLDER/trial.yaml:11: task.target.positions[2] must lie within the arena (±1.5, ±1.5 m), got"
            + " [2, 0]; move it, or enlarge plant.arena.half-size");
  }

  @Test
  void aCircleOutsideOfTheArena() throws IOException {
    refused(
        trial(
            "ground: checker",
            "{type: directed-locomotion, target: {type: on-circle, distance: 3}}",
            "target-direction"),
        "FOLDER/trial.yaml:5: task.target.distance must keep the circle within the arena (±1.5, ±1.5"
            + " m), got 3; make it smaller, or enlarge plant.arena.half-size");
  }

  @Test
  void aNoiseScaleThatDoesNotDivideTheLightMap() throws IOException {
    refused(
        trial("ground: sand", "{type: light-escape, noise-scale: 3}", "compass"),
        "FOLDER/trial.yaml:5: task.noise-scale must be 0 or divide 200, the nodes of the light map"
            + " along a side, got 3; take 1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100 or 200");
  }

  @Test
  void lightEscapeWithoutSand() throws IOException {
    refused(
        trial("ground: checker", "{type: light-escape}", "compass"),
        "FOLDER/trial.yaml:5: task.type must fit the ground: light-escape needs sand, on which light"
            + " can vary; set plant.arena.ground to sand");
  }

  @Test
  void aDarkestArmWithoutLight() throws IOException {
    refused(
        trial("ground: sand", "{type: undirected-locomotion}", "darkest-arm"),
        "FOLDER/trial.yaml:8: controller.indexer needs the observation segment_light_intake, which"
            + " brittle star 3-3-3-3-3 (position) lacks; choose the task light-escape");
  }
}
