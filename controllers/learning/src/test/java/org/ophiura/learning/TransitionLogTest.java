package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.tabular.QLearner;
import org.ophiura.learning.tabular.QLearnerSamples;

class TransitionLogTest {
  private final RandomGenerator random = new SplittableRandom(5);
  private final RecordingLearner first = new RecordingLearner();
  private final RecordingLearner second = new RecordingLearner();
  private final TransitionLog log = new TransitionLog(List.of(first, second));

  @Test
  void theTeamBehavesAndLearnsNothing() {
    assertSame(first.behaviour(), log.team().get(0).behaviour());
    assertSame(second.greedy(), log.team().get(1).greedy());
    log.team().get(0).beginEpisode(3, 9, random);
    log.team().get(0).observe(1, 2, 0.5, 3, false, false);
    assertEquals(List.of("begin 3 of 9"), first.calls());
    assertEquals(1, log.size());
  }

  @Test
  void learnersAreToldAllInTheOrderInWhichItHappened() {
    log.team().get(1).observe(1, 2, 0.5, 3, false, false);
    log.team().get(0).observe(4, 5, -0.25, 6, true, false);
    log.team().get(1).observe(3, 1, 2, 4, false, true);
    RecordingLearner told = new RecordingLearner();
    log.replay(List.of(told, told));
    assertEquals(
        List.of(
            "observe 1 2 0.5 3 - -",
            "observe 4 5 -0.25 6 terminated -",
            "observe 3 1 2.0 4 - truncated"),
        told.calls());
    RecordingLearner left = new RecordingLearner();
    RecordingLearner right = new RecordingLearner();
    log.replay(List.of(left, right));
    assertEquals(List.of("observe 4 5 -0.25 6 terminated -"), left.calls());
    assertEquals(2, right.calls().size());
  }

  @Test
  void aNewEpisodeBeginsANewLog() {
    log.team().get(0).observe(1, 2, 0.5, 3, false, false);
    log.team().get(0).beginEpisode(0, 1, random);
    log.team().get(1).beginEpisode(0, 1, random);
    assertEquals(0, log.size());
  }

  @Test
  void aLongEpisodeIsKeptWhole() {
    int transitions = 5_000;
    for (int i = 0; i < transitions; i++) {
      log.team().get(i % 2).observe(i, i + 1, 0.5 * i, i + 2, false, i == transitions - 1);
    }
    RecordingLearner told = new RecordingLearner();
    log.replay(List.of(told, told));
    assertEquals(transitions, told.calls().size());
    assertEquals("observe 4999 5000 2499.5 5001 - truncated", told.calls().get(transitions - 1));
    assertEquals("observe 1023 1024 511.5 1025 - -", told.calls().get(1023));
  }

  @Test
  void recordingAllocatesNothingWhereThereIsRoom() {
    QLearner learner = QLearnerSamples.learner(QLearnerSamples.heldNStep(), 5, 4);
    TransitionLog tabular = new TransitionLog(List.of(learner));
    Learner recorder = tabular.team().get(0);
    assertEquals(
        0,
        Allocation.leastBytes(
            () -> {
              recorder.beginEpisode(0, 1, random);
              for (int i = 0; i < 1_000; i++) {
                recorder.observe(i % 5, i % 4, 0.1, (i + 1) % 5, false, false);
              }
            }));
  }
}
