package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.trial.TrialSettings;

final class RunCommandTest {
  private static final double TIME_TOLERANCE_SECONDS = 1e-9;

  @TempDir private Path folder;

  /** The default trial, small: two training episodes, five of evaluation. */
  private Invocation run(String out, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "--out",
                folder.resolve(out),
                "--set",
                "training.episodes=2",
                "--set",
                "training.evaluate-every=1",
                "--set",
                "training.evaluate-episodes=3"));
    arguments.addAll(Arrays.asList(more));
    return Invocation.small("run", "target-locomotion", arguments.toArray());
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
            "run/policy.json",
            "run/result.json",
            "run/trajectory.csv",
            "run/trial-as-given.yaml",
            "run/trial.yaml"),
        Folder.entries(folder));
  }

  @Test
  void progressIsToldInPlainLinesAndEndsWithATable() {
    List<String> lines = run("run").succeeded().out().lines().toList();
    assertTrue(
        lines
            .get(0)
            .matches(
                "training episode 1 of 2: reward -?\\d\\.\\d{3}, \\d\\.\\d\\d s, (not )?reached,"
                    + " epsilon 0\\.80"),
        lines.get(0));
    assertTrue(
        lines.get(1).matches("greedy evaluation after 1 episodes: success [01]\\.\\d\\d of 3"),
        lines.get(1));
    assertTrue(lines.contains("evaluation episode 5 of 5: " + reached() + " reached"), "" + lines);
    assertTrue(lines.contains("  Trial                 target-locomotion, seed 1"), "" + lines);
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("  Reached the target    " + reached())),
        "" + lines);
    assertEquals("Results: " + folder.resolve("run"), lines.get(lines.size() - 1));
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
    assertTrue(result.at("/training/wall_seconds").asDouble() > 0);
    assertEquals(5, result.at("/evaluation/episodes").asInt());
    assertEquals(reached() / 5.0, result.at("/evaluation/success_rate").asDouble());
    assertEquals("[]", result.at("/evaluation/failed_episodes").toString());
    assertTrue(result.at("/evaluation/wall_seconds").asDouble() > 0);
    assertEquals(42, result.at("/config/seed").asInt());
    assertEquals(2, result.at("/config/training/episodes").asInt());
    assertEquals("[1,1,1,1,1]", result.at("/config/plant/model/segments-per-arm").toString());
    for (String part : List.of("ophiura", "mujoco", "java", "platform")) {
      assertFalse(result.get("versions").get(part).asText().isEmpty(), part);
    }
  }

  @Test
  void meansOverNothingAreNull() throws IOException {
    run("run", "--set", "task.target.distance=100").succeeded();
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
            "mean_return"),
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
  void theTrialFileUsedGivesTheSameRunAgain() throws IOException {
    run("run", "--seed", "3", "--set", "plant.model.segments-per-arm=[2, 1, 1, 1, 1]").succeeded();
    Path used = folder.resolve("run/trial.yaml");
    assertEquals(3, ConfigReader.read(used, TrialSettings.class, List.of()).seed());
    assertEquals(
        Files.readString(Trials.defaultFile()),
        Files.readString(folder.resolve("run/trial-as-given.yaml")));
    Invocation.of("run", used, "--out", folder.resolve("again")).succeeded();
    for (String file :
        List.of("episodes.csv", "evaluations.csv", "policy.json", "trajectory.csv", "trial.yaml")) {
      assertEquals(
          Files.readString(folder.resolve("run").resolve(file)),
          Files.readString(folder.resolve("again").resolve(file)),
          file);
    }
  }

  @Test
  void threadsChangeNothingInTheFiles() throws IOException {
    run("one", "--threads", "1").succeeded();
    run("three", "--threads", "3").succeeded();
    for (String file :
        List.of("episodes.csv", "evaluations.csv", "policy.json", "trajectory.csv")) {
      assertEquals(
          Files.readString(folder.resolve("one").resolve(file)),
          Files.readString(folder.resolve("three").resolve(file)),
          file);
    }
  }

  @Test
  void theSameSettingsReplaceTheEarlierRunAndOthersKeepIt() throws IOException {
    run("run").succeeded();
    Invocation again = run("run").succeeded();
    assertEquals(
        List.of("run"), Folder.entries(folder).stream().filter(e -> !e.contains("/")).toList());
    assertFalse(again.out().contains("is now"), again.out());
    Invocation other = run("run", "--seed", "2").succeeded();
    assertTrue(
        other.out().endsWith("The earlier run there is now " + folder.resolve("run.1") + "\n"),
        other.out());
    assertEquals(2, result("run").get("seed").asInt());
    assertEquals(1, result("run.1").get("seed").asInt());
  }

  @Test
  void aPolicyThatDoesNotLearnIsOnlyEvaluated() throws IOException {
    run("run", "--set", "controller.policy.type=follow-target").succeeded();
    assertEquals(0, result("run").at("/training/episodes").asInt());
    assertEquals(5, result("run").at("/evaluation/episodes").asInt());
    assertFalse(Files.exists(folder.resolve("run/policy.json")));
    assertEquals(List.of(), Table.read(folder.resolve("run/evaluations.csv")).rows());
  }

  @Test
  void aTrainedTableCanStandInTheTrial() throws IOException {
    run("run").succeeded();
    Path table = folder.resolve("run/policy.json");
    assertEquals(2, PolicyFile.read(table).origin().trainingEpisodes());
    run("again", "--set", "controller.policy.file=" + table).succeeded();
    assertEquals(0, result("again").at("/training/episodes").asInt());
    assertEquals(evaluation("run"), evaluation("again"));
  }

  /** The rows of the evaluation. */
  private List<List<String>> evaluation(String run) {
    return Table.read(folder.resolve(run).resolve("episodes.csv")).rows().stream()
        .filter(row -> row.get(0).equals("evaluation"))
        .toList();
  }

  @Test
  void whereResultsGoByDefault() {
    assertEquals(
        Path.of("runs/target-locomotion/7"), new RunOptions().out(Trials.small("seed=7"), ""));
    assertEquals(
        Path.of("runs/target-locomotion/7-evaluation"),
        new RunOptions().out(Trials.small("seed=7"), "-evaluation"));
  }

  @Test
  void episodesThatBreakDownAreListedByNumber() throws IOException {
    // Joints that start at 100 rad/s and move in steps of 0.2 s tear some of these robots apart.
    String out =
        run(
                "run",
                "--set",
                "controller.policy.type=random",
                "--set",
                "controller.cpg={amplitude-gain: 4, offset-gain: 4}",
                "--set",
                "plant.physics-timestep=0.2",
                "--set",
                "task.time-limit=10",
                "--set",
                "task.target.distance=1000",
                "--set",
                "plant.physics-steps-per-control-step=1",
                "--set",
                "task.joint-velocity-noise=100")
            .succeeded()
            .out();
    JsonNode failed = result("run").at("/evaluation/failed_episodes");
    assertFalse(failed.isEmpty(), "none of them broke down");
    List<List<String>> episodes = Table.read(folder.resolve("run/episodes.csv")).rows();
    for (JsonNode episode : failed) {
      List<String> row = episodes.get(episode.get("episode").asInt());
      assertEquals("DIVERGED", episode.get("status").asText());
      assertEquals("DIVERGED", row.get(6));
      assertEquals(episode.get("steps").asText(), row.get(3));
      assertEquals("0", row.get(5), "success");
    }
    assertEquals(failed.size(), episodes.stream().filter(row -> !row.get(6).equals("OK")).count());
    assertTrue(out.contains("  Failed episodes       ["), out);
  }

  @Test
  void aVeryLongTimeLimitNeedsNoMoreMemoryThanItsEpisodes() {
    run(
            "run",
            "--set",
            "controller.policy.type=follow-target",
            "--set",
            "task.time-limit=86400",
            "--set",
            "task.target-radius=0.24")
        .succeeded();
  }
}
