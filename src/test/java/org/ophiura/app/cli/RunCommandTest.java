package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.policy.PolicyFile;
import org.ophiura.app.trial.TrialSettings;

final class RunCommandTest {
  @TempDir private Path folder;

  /** The default trial, small: two training episodes, five of evaluation. */
  private Invocation run(String out, Object... more) {
    return Invocation.smallRun(folder.resolve(out), more);
  }

  private JsonNode result(String run) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(run).resolve("result.json").toFile());
  }

  @Test
  void progressIsToldInPlainLinesAndEndsWithATable() {
    List<String> lines = run("run").succeeded().out().lines().toList();
    assertEquals(
        "If it is stopped, continue with: ophiura run --resume " + folder.resolve("run.unfinished"),
        lines.get(0));
    assertTrue(
        lines
            .get(1)
            .matches(
                "training episode 1 of 2: reward -?\\d\\.\\d{3}, \\d\\.\\d\\d s, (not )?reached,"
                    + " epsilon 0\\.80"),
        lines.get(1));
    assertTrue(
        lines.get(2).matches("greedy evaluation after 1 episodes: success [01]\\.\\d\\d of 3"),
        lines.get(2));
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
                "plant.arena.half-size=[1000, 1000]",
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
