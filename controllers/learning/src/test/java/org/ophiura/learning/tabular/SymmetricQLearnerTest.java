package org.ophiura.learning.tabular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.learning.LearnerContext;
import org.ophiura.sim.plugin.SettingException;

/** Values that depend on (action - state) modulo the number of arms alone. */
class SymmetricQLearnerTest {
  private static final int ARMS = 5;
  private static final long SEED = 14_142;

  private static QLearningSettings settings(int steps, boolean symmetric) {
    return new QLearningSettings(
        0.1, 0.9, steps, QLearnerSamples.constant(0.3), 1, 0.001, Ties.RANDOM, false, symmetric);
  }

  private static QLearner learner(int steps, RandomGenerator random) {
    return new QLearningPlugin()
        .create(settings(steps, true), new LearnerContext(ARMS, ARMS, true, random));
  }

  private static void train(QLearner learner, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    learner.beginEpisode(0, 1, random);
    for (int i = 0; i < 500; i++) {
      learner.observe(
          random.nextInt(ARMS),
          random.nextInt(ARMS),
          random.nextDouble(-1, 1),
          random.nextInt(ARMS),
          i % 100 == 99,
          false);
    }
  }

  @Test
  void oneUpdateTeachesAllArmsTheSameBits() {
    QLearner learner = learner(1, new SplittableRandom(SEED));
    double before = learner.table().get(1, 3);
    learner.observe(1, 3, 1, 0, true, false);
    double after = 0.9 * before + 0.1 * 1;
    for (int k = 0; k < ARMS; k++) {
      assertEquals(after, learner.table().get((1 + k) % ARMS, (3 + k) % ARMS));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "33, 1", "33, 2"})
  void theTableStaysSymmetric(int steps, long seed) {
    QLearner learner = learner(steps, new SplittableRandom(seed));
    assertTrue(learner.table().isSymmetric(), "as it is drawn");
    train(learner, seed);
    assertTrue(learner.table().isSymmetric());
    QLearner first = learner.fork();
    QLearner second = learner.fork();
    train(first, seed + 1);
    train(second, seed + 2);
    learner.merge(List.of(first, second));
    assertTrue(learner.table().isSymmetric(), "after a merge");
  }

  /** The definition: it learns what a learner does that sees no direction, but actions turned. */
  @ParameterizedTest
  @CsvSource({"1, 1", "4, 2", "33, 3"})
  void itIsALearnerOfOneStateWhoseActionsAreCountedFromTheDirection(int steps, long seed) {
    QLearner symmetric = learner(steps, new SplittableRandom(seed));
    double[][] row = {symmetric.table().toRows()[0]};
    QLearner turned = new QLearner(settings(steps, false), QTable.fromRows(row));
    RandomGenerator random = new SplittableRandom(seed);
    for (int i = 0; i < 500; i++) {
      int state = random.nextInt(ARMS);
      int action = random.nextInt(ARMS);
      double reward = random.nextDouble(-1, 1);
      boolean terminated = i % 100 == 99;
      symmetric.observe(state, action, reward, random.nextInt(ARMS), terminated, false);
      turned.observe(0, (action - state + ARMS) % ARMS, reward, 0, terminated, false);
    }
    assertArrayEquals(turned.table().toRows()[0], symmetric.table().toRows()[0]);
  }

  @Test
  void itStartsFromSymmetricValuesOnly() {
    QLearner learner = learner(1, new SplittableRandom(SEED));
    QLearner other = learner(1, new SplittableRandom(SEED + 1));
    train(other, SEED);
    learner.startFrom(other.table());
    assertArrayEquals(other.table().toRows()[2], learner.table().toRows()[2]);
    train(learner, SEED);
    assertTrue(learner.table().get(0, 0) != other.table().get(0, 0), "they are a copy");

    QTable odd = QTable.uniform(ARMS, ARMS, 1, new SplittableRandom(SEED));
    assertThrows(IllegalArgumentException.class, () -> learner.startFrom(odd));
    assertThrows(IllegalArgumentException.class, () -> new QLearner(settings(1, true), odd));
    QTable small = QTable.zeros(2, 2);
    assertThrows(IllegalArgumentException.class, () -> learner.startFrom(small));
  }

  @ParameterizedTest
  @CsvSource({"5, 5, false", "5, 4, true", "36, 5, false", "3, 3, false"})
  void whatIsNotArmsIsRefused(int states, int actions, boolean statesAreArms) {
    LearnerContext context =
        new LearnerContext(states, actions, statesAreArms, new SplittableRandom(SEED));
    SettingException e =
        assertThrows(
            SettingException.class, () -> new QLearningPlugin().create(settings(1, true), context));
    assertEquals("symmetric", e.path());
    assertEquals(
        "must be false where states are not the arms that the actions choose from, got true with "
            + states
            + " states and "
            + actions
            + " actions; set it to false, or use an indexer of one state per arm, such as"
            + " target-direction",
        e.rule());
  }
}
