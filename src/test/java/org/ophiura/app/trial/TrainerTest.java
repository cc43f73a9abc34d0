package org.ophiura.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.plugin.SettingException;

final class TrainerTest {
  private static TrialOutcome run(Trial trial) {
    return new TrialRunner(trial, 1, new Interruption(), TrialProgress.SILENT)
        .run(EpisodeListener.NONE);
  }

  @Test
  void aTimeLimitTruncatesAndATargetTerminates() {
    RecordingLearner stands = new RecordingLearner(0);
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withTimeLimit(0.3)
            .withTraining(1, 1, context -> stands)
            .open()) {
      run(trial);
    }
    assertEquals(
        List.of(
            "episode 0 of 1",
            "10 -0-> 10, 0 mm",
            "10 -0-> 10, 0 mm",
            "10 -0-> 10, 0 mm, truncated"),
        stands.calls());
    RecordingLearner walks = new RecordingLearner(1);
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withDecisionPeriod(3)
            .withTraining(2, 1, context -> walks)
            .open()) {
      run(trial);
    }
    // A decision's reward is that of all its ticks; the last one of an episode may have fewer.
    assertEquals(
        List.of(
            "episode 0 of 2",
            "10 -1-> 7, 300 mm",
            "7 -1-> 4, 300 mm",
            "4 -1-> 2, 200 mm, terminated",
            "episode 1 of 2",
            "10 -1-> 7, 300 mm",
            "7 -1-> 4, 300 mm",
            "4 -1-> 2, 200 mm, terminated"),
        walks.calls());
  }

  @Test
  void reachingTheTargetInTheLastStepTerminatesAndDoesNotTruncate() {
    RecordingLearner walks = new RecordingLearner(1);
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withTimeLimit(0.8)
            .withDecisionPeriod(8)
            .withTraining(1, 1, context -> walks)
            .open()) {
      run(trial);
    }
    assertEquals(List.of("episode 0 of 1", "10 -1-> 2, 800 mm, terminated"), walks.calls());
  }

  @Test
  void whatLedToAFailureOfThePlantIsNotLearned() {
    RecordingLearner walks = new RecordingLearner(1);
    try (Trial trial =
        new LineTrial(LinePlant.failingWhere(spec -> true, 3))
            .withTraining(1, 1, context -> walks)
            .open()) {
      TrialOutcome outcome = run(trial);
      TrainingEpisode episode = outcome.training().orElseThrow().episodes().get(0);
      assertEquals(CycleStatus.DIVERGED, episode.result().status());
    }
    assertEquals(List.of("episode 0 of 1", "10 -1-> 9, 100 mm", "9 -1-> 8, 100 mm"), walks.calls());
  }

  @Test
  void aLearnerThatCannotMergeRefusesParallelEpisodes() {
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withTraining(4, 2, context -> new RecordingLearner(0))
            .open()) {
      SettingException refusal = assertThrows(SettingException.class, () -> run(trial));
      assertEquals(
          "training.parallel-episodes must be 1: the learner line cannot merge parallel episodes,"
              + " got 2",
          refusal.getMessage());
    }
  }
}
