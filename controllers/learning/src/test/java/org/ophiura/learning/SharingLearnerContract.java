package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/**
 * What every {@link SharingLearner} keeps; for test classes that extend {@link LearnerContract} or
 * one of its kind.
 */
public interface SharingLearnerContract {
  /** A seed for the tests. */
  long SEED = 16_180;

  /** A learner of {@link LearnerContract#STATES} states and as many actions as there. */
  SharingLearner newLearner(RandomGenerator random);

  /** Such a learner that knows something. */
  private SharingLearner trained() {
    SharingLearner learner = newLearner(new SplittableRandom(SEED));
    LearnerContract.train(learner, 0, 4, SEED);
    return learner;
  }

  @Test
  default void whatOneAgentLearnsTheOthersKnow() {
    SharingLearner first = trained();
    Learner second = first.sharing();
    String before = LearnerContract.valuesOf(first);
    assertEquals(before, LearnerContract.valuesOf(second));
    LearnerContract.train(second, 4, 8, SEED);
    assertNotEquals(before, LearnerContract.valuesOf(first));
    assertEquals(LearnerContract.valuesOf(first), LearnerContract.valuesOf(second));
    LearnerContract.train(first, 4, 8, SEED);
    assertEquals(LearnerContract.valuesOf(first), LearnerContract.valuesOf(second));
  }

  @Test
  default void twoAgentsOneAfterTheOtherAreOneAgentWithBothEpisodes() {
    SharingLearner alone = trained();
    SharingLearner first = trained();
    Learner second = first.sharing();
    LearnerContract.train(alone, 4, 5, SEED);
    LearnerContract.train(alone, 5, 6, SEED + 1);
    LearnerContract.train(first, 4, 5, SEED);
    LearnerContract.train(second, 5, 6, SEED + 1);
    assertEquals(LearnerContract.valuesOf(alone), LearnerContract.valuesOf(first));
  }

  /** An agent that begins an episode, and ends it before it has observed anything, is not there. */
  @Test
  default void episodesOfAnotherAgentLeaveWhatWaitsAlone() {
    SharingLearner alone = trained();
    SharingLearner disturbed = trained();
    Learner other = disturbed.sharing();
    alone.beginEpisode(0, 1, new SplittableRandom(SEED));
    disturbed.beginEpisode(0, 1, new SplittableRandom(SEED));
    for (int i = 0; i < 100; i++) {
      boolean last = i == 99;
      alone.observe(i % 5, i % 4, 0.01 * i, (i + 1) % 5, last, false);
      disturbed.observe(i % 5, i % 4, 0.01 * i, (i + 1) % 5, last, false);
      other.beginEpisode(0, 1, new SplittableRandom(SEED));
    }
    assertEquals(LearnerContract.valuesOf(alone), LearnerContract.valuesOf(disturbed));
  }

  @Test
  default void agentsExploreApart() {
    SharingLearner first = newLearner(new SplittableRandom(SEED));
    Learner second = first.sharing();
    assertNotSame(first.behaviour(), second.behaviour());
    first.beginEpisode(0, 10, new SplittableRandom(SEED));
    assertNotEquals(0.0, first.epsilon());
    assertEquals(0.0, second.epsilon(), "its episode has not begun");
    second.beginEpisode(0, 10, new SplittableRandom(SEED));
    assertEquals(first.epsilon(), second.epsilon());
  }

  @Test
  default void aTeamHasAsManyMembersAsAgents() {
    SharingLearner first = trained();
    List<Learner> team = SharingLearner.team(first, 5);
    assertEquals(5, team.size());
    assertSame(first, team.get(0));
    LearnerContract.train(team.get(4), 4, 8, SEED);
    for (Learner member : team) {
      assertEquals(LearnerContract.valuesOf(first), LearnerContract.valuesOf(member));
    }
  }

  @Test
  default void aForkOfATeamLearnsApartFromIt() {
    SharingLearner first = trained();
    if (first instanceof ForkableLearner forkable) {
      SharingLearner fork = assertInstanceOf(SharingLearner.class, forkable.fork());
      Learner member = fork.sharing();
      String before = LearnerContract.valuesOf(first);
      LearnerContract.train(member, 4, 8, SEED);
      assertEquals(before, LearnerContract.valuesOf(first));
      assertEquals(LearnerContract.valuesOf(fork), LearnerContract.valuesOf(member));
    }
  }

  @Test
  default void observingAsATeamAllocatesNothing() {
    TeamSession session =
        new TeamSession(SharingLearner.team(newLearner(new SplittableRandom(SEED)), 3));
    RandomGenerator random = new SplittableRandom(SEED);
    session.beginEpisode(0, 1, random);
    session.policies().forEach(LearningSession::beginEpisode);
    assertEquals(
        0,
        Allocation.leastBytes(
            () -> {
              for (int i = 0; i < 100; i++) {
                for (int agent = 0; agent < 3; agent++) {
                  session.policies().get(agent).choose((i + agent) % 5, random);
                }
                session.addReward(0.1);
              }
            }));
  }
}
