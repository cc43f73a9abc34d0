package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;

/** What stands in the files of a run. */
final class RunFilesTest {
  private static final double TIME_TOLERANCE_SECONDS = 1e-9;

  @TempDir private Path folder;

  /** The default trial, small: two training episodes, five of evaluation. */
  private Invocation run(String out, Object... more) {
    return Invocation.smallRun(folder.resolve(out), more);
  }

  private JsonNode result(String run) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(run).resolve("result.json").toFile());
  }

  @Test
  void aRunLeavesAllItsFilesAndNothingElse() {
    run("run").succeeded();
    assertEquals(
        List.of(
            "run",
            "run/episodes.csv",
            "run/evaluations.csv",
            "run/plots",
            "run/plots/cpg.svg",
            "run/plots/joints.svg",
            "run/plots/learning-curve.svg",
            "run/plots/path.svg",
            "run/plots/q-table.svg",
            "run/plots/visits.svg",
            "run/policy.json",
            "run/q-table.csv",
            "run/report.html",
            "run/result.json",
            "run/signals.csv",
            "run/timing.json",
            "run/trajectory.csv",
            "run/trial-as-given.yaml",
            "run/trial.yaml"),
        Folder.entries(folder));
  }

  private long reached() {
    Table episodes = Table.read(folder.resolve("run/episodes.csv"));
    return episodes.rows().stream()
        .filter(row -> row.get(0).equals("evaluation") && row.get(5).equals("1"))
        .count();
  }

  @Test
  void theSummarySaysWhatCameOfItAndFromWhat() throws IOException {
    run("run", "--seed", "42").succeeded();
    JsonNode result = result("run");
    assertEquals("target-locomotion", result.get("trial").asText());
    assertEquals(42, result.get("seed").asLong());
    assertFalse(result.get("interrupted").asBoolean(true));
    assertEquals(2, result.at("/training/episodes").asInt());
    assertEquals(5, result.at("/evaluation/episodes").asInt());
    assertEquals(reached() / 5.0, result.at("/evaluation/success_rate").asDouble());
    assertEquals("[]", result.at("/evaluation/failed_episodes").toString());
    JsonNode timing =
        new ObjectMapper().readTree(folder.resolve("run").resolve("timing.json").toFile());
    assertTrue(timing.get("training_wall_seconds").asDouble() > 0);
    assertTrue(timing.get("evaluation_wall_seconds").asDouble() > 0);
    assertEquals(42, result.at("/config/seed").asInt());
    assertEquals(2, result.at("/config/training/episodes").asInt());
    assertEquals("[1,1,1,1,1]", result.at("/config/plant/model/segments-per-arm").toString());
    for (String part : List.of("ophiura", "mujoco", "java", "platform")) {
      assertFalse(result.get("versions").get(part).asText().isEmpty(), part);
    }
  }

  @Test
  void meansOverNothingAreNull() throws IOException {
    run("run", "--set", "task.target.distance=100", "--set", "plant.arena.half-size=[200, 200]")
        .succeeded();
    assertEquals(0, result("run").at("/evaluation/success_rate").asDouble(1));
    assertTrue(result("run").at("/evaluation/mean_time_to_target_seconds").isNull());
    assertEquals(
        List.of("", ""),
        Table.read(folder.resolve("run/evaluations.csv")).column("mean_time_to_target_seconds"));
  }

  @Test
  void theMeanTimeIsThatOfTheEpisodesThatReachedTheTarget() throws IOException {
    run("run", "--set", "controller.policy.type=follow-target", "--set", "task.time-limit=4")
        .succeeded();
    Table episodes = Table.read(folder.resolve("run/episodes.csv"));
    double mean =
        episodes.rows().stream()
            .filter(row -> row.get(5).equals("1"))
            .mapToDouble(row -> Double.parseDouble(row.get(4)))
            .average()
            .orElseThrow();
    assertEquals(
        mean, result("run").at("/evaluation/mean_time_to_target_seconds").asDouble(), 1e-12);
  }

  @Test
  void everyEpisodeIsARow() {
    run("run").succeeded();
    Table episodes = Table.read(folder.resolve("run/episodes.csv"));
    assertEquals(
        List.of(
            "kind",
            "episode",
            "return",
            "steps",
            "seconds",
            "success",
            "status",
            "epsilon",
            "mean_q",
            "state_visits",
            "action_visits"),
        episodes.header());
    assertEquals(
        List.of(
            "training",
            "training",
            "evaluation",
            "evaluation",
            "evaluation",
            "evaluation",
            "evaluation"),
        episodes.column("kind"));
    assertEquals(List.of("0", "1", "0", "1", "2", "3", "4"), episodes.column("episode"));
    for (int row = 0; row < episodes.rows().size(); row++) {
      double steps = episodes.number(row, "steps");
      assertTrue(steps >= 1 && steps <= 50, "steps " + steps);
      assertEquals(steps * 0.04, episodes.number(row, "seconds"), TIME_TOLERANCE_SECONDS);
      assertTrue(
          steps == 50 || episodes.number(row, "success") == 1, "ended early without success");
      assertEquals("OK", episodes.column("status").get(row));
      assertEquals(steps, sum(episodes.column("state_visits").get(row)));
      assertEquals(steps, sum(episodes.column("action_visits").get(row)));
      assertEquals(row < 2, !episodes.column("epsilon").get(row).isEmpty());
      assertEquals(row < 2, !episodes.column("mean_q").get(row).isEmpty());
    }
    assertEquals(0.8, episodes.number(0, "epsilon"));
  }

  private static double sum(String counts) {
    return Arrays.stream(counts.split(" ", -1)).mapToDouble(Double::parseDouble).sum();
  }

  @Test
  void everyEvaluationWhileTrainingIsARow() {
    run("run").succeeded();
    Table evaluations = Table.read(folder.resolve("run/evaluations.csv"));
    assertEquals(
        List.of(
            "training_episodes",
            "episodes",
            "success_rate",
            "mean_time_to_target_seconds",
            "mean_return",
            "failed"),
        evaluations.header());
    assertEquals(List.of("1", "2"), evaluations.column("training_episodes"));
    assertEquals(List.of("3", "3"), evaluations.column("episodes"));
  }

  @Test
  void theTrajectoryIsThatOfTheFirstEvaluationEpisode() {
    run("run").succeeded();
    Table trajectory = Table.read(folder.resolve("run/trajectory.csv"));
    Table episodes = Table.read(folder.resolve("run/episodes.csv"));
    int steps = trajectory.rows().size() - 1;
    assertEquals(steps, episodes.number(2, "steps"));
    assertEquals(0, trajectory.number(0, "time"));
    assertEquals(steps * 0.04, trajectory.number(steps, "time"), TIME_TOLERANCE_SECONDS);
    double rewards = 0;
    for (int row = 1; row <= steps; row++) {
      rewards += trajectory.number(row, "reward");
    }
    assertEquals(episodes.number(2, "return"), rewards);
    double first = trajectory.number(0, "xy_distance_to_target");
    double last = trajectory.number(steps, "xy_distance_to_target");
    assertEquals(first - last, rewards, 1e-13);
    assertTrue(trajectory.header().contains("joint_position[9]"));
    List<String> commands =
        trajectory.header().stream().filter(name -> name.startsWith("command:")).toList();
    assertEquals(10, commands.size());
    assertEquals("", trajectory.column(commands.get(0)).get(0));
    assertFalse(trajectory.column(commands.get(0)).get(1).isEmpty());
  }

  @Test
  void aTaskWithoutAnAimHasAReturnButNoSuccess() throws IOException {
    Invocation run =
        Invocation.of(
                "run",
                Trials.file("undirected"),
                "--out",
                folder.resolve("run"),
                "--set",
                "task.time-limit=1",
                "--set",
                "evaluation.episodes=2")
            .succeeded();
    assertFalse(run.out().contains("each"), "nothing is reached: " + run.out());
    assertTrue(run.out().contains("Mean return"), run.out());
    JsonNode evaluation = result("run").get("evaluation");
    assertTrue(evaluation.get("success_rate").isNull());
    assertTrue(evaluation.get("mean_time_to_target_seconds").isNull());
    assertTrue(evaluation.get("mean_return").isNumber());
    Table episodes = Table.read(folder.resolve("run/episodes.csv"));
    assertEquals(List.of("", ""), episodes.rows().stream().map(row -> row.get(5)).toList());
  }
}
