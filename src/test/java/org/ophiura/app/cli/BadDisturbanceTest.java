package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;

/** Disturbances that cannot happen, told in one message and before anything is written. */
final class BadDisturbanceTest {
  @TempDir private Path folder;

  /** The default trial with disturbances; LINE stands for where the second one starts. */
  private void refused(String second, String message) throws IOException {
    String trial =
        Files.readString(Trials.defaultFile())
            + "disturbances:\n  - {type: lose-arm, arm: 4, at: 3}\n  - {"
            + second
            + "}\n";
    Path file = Files.writeString(folder.resolve("trial.yaml"), trial);
    int line = trial.split("\n").length;
    Invocation.of("run", file, "--out", folder.resolve("out"))
        .refused(folder, "FOLDER/trial.yaml:" + line + ": disturbances[1]." + message);
    assertEquals(List.of("trial.yaml"), Folder.entries(folder));
  }

  @Test
  void anArmThatDoesNotExist() throws IOException {
    refused(
        "type: lose-arm, arm: 5",
        "arm must be an arm that the robot has at 0 s, one of 0, 1, 2, 3, 4; got 5");
    refused("type: lose-arm, arm: -1", "arm must be >= 0, got -1");
    refused(
        "type: weaken-joint, arm: 7, segment: 0, strength: 0.5",
        "arm must be an arm that the robot has at 0 s, one of 0, 1, 2, 3, 4; got 7");
  }

  @Test
  void damageToAnArmThatIsLostAlready() throws IOException {
    refused(
        "type: lose-arm, arm: 4, at: 3",
        "arm must be an arm that the robot has at 3 s, one of 0, 1, 2, 3; got 4");
    refused(
        "type: lock-joint, arm: 4, segment: 0, at: 4.5",
        "arm must be an arm that the robot has at 4.5 s, one of 0, 1, 2, 3; got 4");
  }

  @Test
  void aSegmentThatDoesNotExist() throws IOException {
    refused(
        "type: lock-joint, arm: 1, segment: 3",
        "segment must be in [0, 2], for arm 1 has 3 segments at 0 s; got 3");
  }

  @Test
  void anArmThatIsShortenedToMoreThanItHas() throws IOException {
    refused(
        "type: shorten-arm, arm: 1, segments: 3, at: 2",
        "segments must be in [1, 2], fewer than the 3 segments that arm 1 has at 2 s (lose-arm"
            + " takes them all); got 3");
    refused("type: shorten-arm, arm: 1, segments: 0", "segments must be >= 1, got 0");
  }

  @Test
  void aStrengthThatIsNoFraction() throws IOException {
    refused(
        "type: weaken-joint, arm: 1, segment: 0, strength: 1", "strength must be in (0, 1), got 1");
    refused(
        "type: weaken-joint, arm: 1, segment: 0, strength: 0", "strength must be in (0, 1), got 0");
  }

  @Test
  void aTimeThatNoEpisodeReaches() throws IOException {
    refused(
        "type: push, force: [1, 0, 0], at: 20",
        "at must be < 20 (s), the time limit of the task, got 20");
    refused("type: sensor-delay, ticks: 3, at: -1", "at must be in [0, 86400] (s), got -1");
  }

  @Test
  void aTargetOutsideOfTheArena() throws IOException {
    refused(
        "type: move-target, to: [1, 1.6]",
        "to must lie within the walls of the arena, x in plus or minus 1.5 and y in plus or minus"
            + " 1.5 (m), got [1.0, 1.6]");
    refused(
        "type: move-target, to: [1]",
        "to must have two numbers x, y or three x, y, z (m), got [1.0]");
  }

  @Test
  void anObservationThatDoesNotExist() throws IOException {
    refused(
        "type: sensor-noise, observation: disk_rotaton, standard-deviation: 0.1",
        "observation must be one of the robot's: brittle star 3-3-3-3-3 (position) has no"
            + " observation named 'disk_rotaton'; did you mean 'disk_rotation'?");
  }

  @Test
  void aKindOfDisturbanceThatDoesNotExist() throws IOException {
    refused(
        "type: loose-arm, arm: 1",
        "type must name a disturbance, got 'loose-arm'; did you mean 'lose-arm'? Known: lock-joint,"
            + " lose-arm, move-target, push, sensor-delay, sensor-noise, shorten-arm, weaken-joint");
  }

  @Test
  void damageToARobotOfOnesOwn() throws IOException {
    Files.writeString(
        folder.resolve("robot.xml"),
        """
        <mujoco>
          <worldbody>
            <body name="target" mocap="true"/>
            <body><freejoint/><geom size="0.1"/></body>
          </worldbody>
        </mujoco>
        """);
    Path file =
        Files.writeString(
            folder.resolve("trial.yaml"),
            """
            plant: {type: mujoco, model: {type: mjcf, file: robot.xml}}
            disturbances:
              - {type: push, force: [1, 0, 0]}
              - {type: lose-arm, arm: 0}
            """);
    Invocation.of("model", "info", file)
        .refused(
            folder,
            "FOLDER/trial.yaml:4: disturbances[1].type must be one that can happen to"
                + " FOLDER/robot.xml: only a plant with a model of type brittle-star can be damaged");
    Invocation.of("model", "info", file, "--set", "disturbances=[{type: push, force: [1, 0, 0]}]")
        .succeeded();
  }

  @Test
  void aPushOfARobotThatIsFixed() throws IOException {
    Files.writeString(
        folder.resolve("robot.xml"),
        "<mujoco><worldbody><body><joint/><geom size=\"1\"/></body></worldbody></mujoco>");
    Path file =
        Files.writeString(
            folder.resolve("trial.yaml"),
            """
            plant: {type: mujoco, model: {type: mjcf, file: robot.xml}}
            disturbances: [{type: push, force: [1, 0, 0]}]
            """);
    Invocation.of("model", "info", file)
        .refused(
            folder,
            "FOLDER/trial.yaml:2: disturbances[0].type must be one that can happen to"
                + " FOLDER/robot.xml: a push needs a model with a free joint");
  }
}
