package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.config.Samples.Trial;

final class ResolvedTest {
  private static final int RANDOM_TRIALS = 50;

  @TempDir Path folder;

  private Trial read(String yaml) throws IOException {
    return ConfigReader.read(
        Files.writeString(folder.resolve("trial.yaml"), yaml), Trial.class, List.of());
  }

  @Test
  void defaultsAreWrittenOut() throws IOException {
    assertEquals(
        """
        name: trial
        seed: 1
        body:
          type: mujoco
          model:
            type: brittle-star
            segments-per-arm: [3, 3, 3, 3, 3]
            actuation: position
          physics-timestep: 0.004
          physics-steps-per-control-step: 10
        target:
          type: fixed
          position: [0.9, -0.4, 0.05]
        gait:
          gain: 20.0
          lowest: -0.5
          highest: 0.5
          fraction: 1.0
          phases: [0.0, 1.5, 3.0]
          weights:
          - [0.0, 1.0]
          - [1.0, 0.0]
          reverse: false
        others: []
        time-limit: 20.0
        """,
        Resolved.toYaml(read("target: fixed")));
  }

  @Test
  void theTreeHasTheSameContent() throws IOException {
    assertEquals(
        "{\"type\":\"servos\",\"port\":\"a\",\"count\":30}",
        Resolved.toTree(read("body: {type: servos, port: a}")).get("body").toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatWasWrittenReadsBackEqual(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < RANDOM_TRIALS; i++) {
      Trial trial = RandomTrials.next(random, folder.toAbsolutePath());
      String yaml = Resolved.toYaml(trial);
      assertEquals(trial, read(yaml), "seed " + seed + ", trial " + i + ":\n" + yaml);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "~", "null", "true", "no", "1", "1e3", "- a", "a: b", "# a", "a #"})
  void textThatLooksLikeSomethingElseStaysText(String name) throws IOException {
    Trial trial = read("{}");
    Trial named =
        new Trial(
            name,
            trial.seed(),
            trial.body(),
            trial.target(),
            trial.gait(),
            trial.others(),
            trial.table(),
            trial.timeLimit());
    assertEquals(name, read(Resolved.toYaml(named)).name());
  }
}
