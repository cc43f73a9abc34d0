package org.ophiura.app.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.DecisionCount;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Training;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.sim.CycleStatus;

/** The files of outcomes that a whole run seldom has: interrupted, without success, broken down. */
final class RunResultsTest {
  @TempDir private Path folder;

  private static EpisodeResult episode(
      EpisodeKind kind, int number, double reward, int steps, boolean reached, CycleStatus status) {
    return new EpisodeResult(
        kind, number, reward, steps, steps * 0.5, reached, status, DecisionCount.NOTHING);
  }

  private RunResults results(List<Evaluation> validations, Evaluation last, boolean interrupted) {
    EpisodeResult trained = episode(EpisodeKind.TRAINING, 0, 0.25, 3, false, CycleStatus.DIVERGED);
    Training training =
        new Training(List.of(new TrainingEpisode(trained, 0.8, 0.125)), validations, 1.5);
    return new RunResults(
        Trials.small(),
        new TrialOutcome(Optional.of(training), Optional.empty(), last, 2.5, interrupted));
  }

  private JsonNode summary(RunResults results) throws IOException {
    Path file = folder.resolve("result.json");
    results.writeSummary(
        file, JsonNodeFactory.instance.objectNode().put("seed", 1), Map.of("mujoco", "9.9.9"));
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void anInterruptedRunHasNullsAndEmptyCellsWhereNothingWasMeasured() throws IOException {
    RunResults results =
        results(List.of(new Evaluation(1, List.of())), new Evaluation(1, List.of()), true);
    JsonNode summary = summary(results);
    assertTrue(summary.get("interrupted").asBoolean());
    assertEquals(1, summary.at("/training/episodes").asInt());
    assertEquals(
        "[{\"episode\":0,\"status\":\"DIVERGED\",\"steps\":3}]",
        summary.at("/training/failed_episodes").toString());
    assertEquals(0, summary.at("/evaluation/episodes").asInt(-1));
    assertTrue(summary.at("/evaluation/mean_time_to_target_seconds").isNull());
    assertTrue(summary.at("/evaluation/mean_return").isNull());
    assertEquals("9.9.9", summary.at("/versions/mujoco").asText());
    assertEquals(1, summary.at("/config/seed").asInt());
    Path file = folder.resolve("evaluations.csv");
    results.writeEvaluations(file);
    assertEquals(
        List.of(
            "training_episodes,episodes,success_rate,mean_time_to_target_seconds,mean_return,failed",
            "1,0,0.0,,,0"),
        Files.readAllLines(file));
  }

  @Test
  void meansAreOverWhatTheySayTheyAre() throws IOException {
    Evaluation evaluation =
        new Evaluation(
            1,
            List.of(
                episode(EpisodeKind.EVALUATION, 0, 1, 4, true, CycleStatus.OK),
                episode(EpisodeKind.EVALUATION, 1, 0.5, 10, false, CycleStatus.OK),
                episode(EpisodeKind.EVALUATION, 2, 0.75, 8, true, CycleStatus.OK),
                episode(EpisodeKind.EVALUATION, 3, -0.25, 2, false, CycleStatus.FAULT)));
    RunResults results = results(List.of(), evaluation, false);
    JsonNode summary = summary(results);
    assertEquals(0.5, summary.at("/evaluation/success_rate").asDouble());
    assertEquals(3, summary.at("/evaluation/mean_time_to_target_seconds").asDouble());
    assertEquals(0.5, summary.at("/evaluation/mean_return").asDouble());
    assertEquals(24, summary.at("/evaluation/steps").asInt());
    Path timing = folder.resolve("timing.json");
    results.writeTiming(timing);
    assertEquals(
        "{\"training_wall_seconds\":1.5,\"evaluation_wall_seconds\":2.5}",
        new ObjectMapper().readTree(timing.toFile()).toString());
    assertEquals(
        "[{\"episode\":3,\"status\":\"FAULT\",\"steps\":2}]",
        summary.at("/evaluation/failed_episodes").toString());
    Path file = folder.resolve("episodes.csv");
    results.writeEpisodes(file);
    List<String> lines = Files.readAllLines(file);
    assertEquals(6, lines.size());
    assertEquals("training,0,0.25,3,1.5,0,DIVERGED,0.8,0.125,,", lines.get(1));
    assertEquals("evaluation,2,0.75,8,4.0,1,OK,,,,", lines.get(4));
  }
}
