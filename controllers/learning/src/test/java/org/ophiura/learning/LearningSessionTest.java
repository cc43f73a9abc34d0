package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.tabular.QLearner;
import org.ophiura.learning.tabular.QLearnerSamples;

class LearningSessionTest {
  private static final int STATES = 4;
  private static final int ACTIONS = 5;

  private final RandomGenerator random = new SplittableRandom(5);
  private final RecordingLearner learner = new RecordingLearner();
  private final LearningSession session = new LearningSession(learner);

  @Test
  void finishedTransitionIsHandedOverBeforeTheNextChoice() {
    session.beginEpisode();
    assertEquals(1, session.choose(0, random));
    session.addReward(0.5);
    session.addReward(0.25);
    session.choose(3, random);
    assertEquals(
        List.of("begin", "choose 0", "observe 0 1 0.75 3 - -", "choose 3"), learner.calls());
  }

  @Test
  void endHandsOverTheLastTransitionWithItsOwnReward() {
    session.beginEpisode();
    session.choose(0, random);
    session.addReward(4);
    session.choose(2, random);
    session.addReward(-1);
    session.end(1, false, true);
    assertEquals("observe 2 3 -1.0 1 - truncated", learner.calls().get(4));
    assertEquals(5, learner.calls().size());
  }

  @Test
  void terminatedIsPassedOnApartFromTruncated() {
    session.beginEpisode();
    session.choose(0, random);
    session.end(1, true, false);
    assertEquals("observe 0 1 0.0 1 terminated -", learner.calls().get(2));
  }

  @Test
  void rewardsBeforeTheFirstDecisionBelongToNoTransition() {
    session.beginEpisode();
    session.addReward(7);
    session.choose(0, random);
    session.addReward(1);
    session.end(1, true, false);
    assertEquals("observe 0 1 1.0 1 terminated -", learner.calls().get(2));
  }

  @Test
  void newEpisodeDropsTheTransitionThatWasNeverFinished() {
    session.beginEpisode();
    session.choose(0, random);
    session.addReward(9);
    session.beginEpisode();
    session.choose(1, random);
    assertEquals(List.of("begin", "choose 0", "begin", "choose 1"), learner.calls());
  }

  @Test
  void endWithoutADecisionHandsOverNothing() {
    session.beginEpisode();
    session.end(0, false, true);
    assertEquals(List.of("begin"), learner.calls());
  }

  @Test
  void secondEndHandsOverNothing() {
    session.beginEpisode();
    session.choose(0, random);
    session.end(1, true, false);
    session.end(1, true, false);
    assertEquals(3, learner.calls().size());
  }

  @Test
  void endThatIsNeitherTerminatedNorTruncatedIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> session.end(0, false, false));
  }

  @Test
  void wholeEpisodeAllocatesNothing() {
    QLearner tabular = QLearnerSamples.learner(QLearnerSamples.heldNStep(), STATES, ACTIONS);
    LearningSession tabularSession = new LearningSession(tabular);
    assertEquals(
        0,
        Allocation.leastBytes(
            () -> {
              tabular.beginEpisode(1, 10, random);
              tabularSession.beginEpisode();
              for (int i = 0; i < 500; i++) {
                tabularSession.choose(i % STATES, random);
                tabularSession.addReward(0.1);
              }
              tabularSession.end(0, false, true);
            }));
  }
}
