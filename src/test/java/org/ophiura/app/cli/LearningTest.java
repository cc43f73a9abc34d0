package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.Trials;

/**
 * How well the kept trials do, as they are, on targets that training has not seen. The seeds were
 * not used to choose any setting.
 */
@Tag("slow")
final class LearningTest {
  @TempDir private Path folder;

  private JsonNode run(String trial, long seed) throws IOException {
    Path out = folder.resolve(trial + seed);
    Invocation.of("run", Trials.file(trial), "--seed", seed, "--out", out).succeeded();
    JsonNode result = new ObjectMapper().readTree(out.resolve("result.json").toFile());
    assertEquals(100, result.at("/evaluation/episodes").asInt());
    assertEquals("[]", result.at("/evaluation/failed_episodes").toString());
    return result;
  }

  private static double successRate(JsonNode result) {
    return result.at("/evaluation/success_rate").asDouble();
  }

  @ParameterizedTest
  @CsvSource({
    "target-locomotion, 1001, 60",
    "target-locomotion, 1002, 60",
    "target-locomotion-each-second, 1001, 100",
    "symmetric, 1001, 20",
    "decentralised, 1001, 100",
    "torque-locomotion, 1001, 60",
    "tendon-locomotion, 1001, 60"
  })
  void theLeadingArmIsLearned(String trial, long seed, int episodes) throws IOException {
    JsonNode result = run(trial, seed);
    assertTrue(result.at("/training/episodes").asInt() <= episodes);
    assertTrue(successRate(result) >= 0.90, "success rate " + successRate(result));
  }

  @Test
  void theArmThatPointsAtTheTargetIsTheYardstick() throws IOException {
    JsonNode result = run("follow-target", 1001);
    assertTrue(successRate(result) >= 0.95, "success rate " + successRate(result));
    double seconds = result.at("/evaluation/mean_time_to_target_seconds").asDouble();
    assertTrue(seconds > 5 && seconds < 12, "mean time to target " + seconds);
  }

  /** Blind choices fail most: what is learned above is not the gait's own doing. */
  @ParameterizedTest
  @CsvSource({"fixed-arm", "random"})
  void choosingBlindlyFails(String trial) throws IOException {
    double successRate = successRate(run(trial, 1001));
    assertTrue(successRate < 0.5, "success rate " + successRate);
  }
}
