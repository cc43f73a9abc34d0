package org.ophiura.learning.tabular;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.learning.ChiSquared;
import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.MergeableLearnerContract;
import org.ophiura.learning.ResumableContract;
import org.ophiura.learning.SharingLearnerContract;

class QLearnerTest extends MergeableLearnerContract
    implements SharingLearnerContract, ResumableContract {
  private static final RandomGenerator RANDOM = new SplittableRandom(1);

  @Override
  public QLearner newLearner(RandomGenerator random) {
    return new QLearningPlugin()
        .create(QLearnerSamples.heldNStep(), new LearnerContext(STATES, ACTIONS, random));
  }

  /** Numbers are sums of few powers of two, so the hand computation is exact. */
  @Test
  void threeStepReturnsAreThoseComputedByHand() {
    QTable table = QTable.fromRows(new double[][] {{0, 8}, {4, 0}, {0, 0}, {16, 2}});
    QLearner learner = new QLearner(QLearnerSamples.nStep(0.5, 0.5, 3, 0), table);
    learner.beginEpisode(0, 1, RANDOM);

    learner.observe(0, 0, 1, 1, false, false);
    learner.observe(1, 1, 2, 2, false, false);
    assertEquals(0, table.get(0, 0), "two rewards are not enough");

    learner.observe(2, 0, 4, 3, false, false);
    // G = 1 + 2/2 + 4/4 + 16/8 = 5; Q = (0 + 5) / 2
    assertEquals(2.5, table.get(0, 0));
    assertEquals(0, table.get(1, 1));

    learner.observe(3, 1, 8, 0, false, false);
    // G = 2 + 4/2 + 8/4 + max(2.5, 8)/8 = 7; Q = (0 + 7) / 2
    assertEquals(3.5, table.get(1, 1));

    learner.observe(0, 1, -8, 1, true, false);
    // Oldest first, without a future: 4 + 8/2 - 8/4 = 6, then 8 - 8/2 = 4, then -8.
    assertEquals(3, table.get(2, 0));
    assertEquals(3, table.get(3, 1), "(2 + 4) / 2");
    assertEquals(0, table.get(0, 1), "(8 - 8) / 2");
  }

  @Test
  void truncatedEpisodeStillBootstraps() {
    double[][] rows = {{0, 0}, {0, 0}, {32, 0}};
    QTable truncatedTable = QTable.fromRows(rows);
    QLearner truncated = new QLearner(QLearnerSamples.nStep(0.5, 0.5, 3, 0), truncatedTable);
    truncated.beginEpisode(0, 1, RANDOM);
    truncated.observe(0, 0, 1, 1, false, false);
    truncated.observe(1, 0, 2, 2, false, true);
    assertEquals((1 + 1 + 8) / 2.0, truncatedTable.get(0, 0));
    assertEquals((2 + 16) / 2.0, truncatedTable.get(1, 0));

    QTable terminatedTable = QTable.fromRows(rows);
    QLearner terminated = new QLearner(QLearnerSamples.nStep(0.5, 0.5, 3, 0), terminatedTable);
    terminated.beginEpisode(0, 1, RANDOM);
    terminated.observe(0, 0, 1, 1, false, false);
    terminated.observe(1, 0, 2, 2, true, true);
    assertEquals((1 + 1) / 2.0, terminatedTable.get(0, 0), "terminated goes before truncated");
    assertEquals(2 / 2.0, terminatedTable.get(1, 0));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 33, 500})
  void returnsEqualTheDefinitionOnRandomEpisodes(int steps) {
    double alpha = 0.1;
    double gamma = 0.95;
    // Fewer than a hundred roundings of values below 20 in each update.
    double tolerance = 1e-12;
    for (long seed = 0; seed < 20; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      QTable table = QTable.uniform(STATES, ACTIONS, 1, random);
      NStepByDefinition expected = new NStepByDefinition(table.toRows(), alpha, gamma, steps);
      QLearner learner = new QLearner(QLearnerSamples.nStep(alpha, gamma, steps, 0.5), table);
      for (int episode = 0; episode < 10; episode++) {
        learner.beginEpisode(episode, 10, random);
        expected.beginEpisode();
        int length = random.nextInt(1, 80);
        boolean terminates = random.nextBoolean();
        int state = random.nextInt(STATES);
        for (int i = 1; i <= length; i++) {
          int action = random.nextInt(ACTIONS);
          double reward = random.nextDouble(-1, 1);
          int next = random.nextInt(STATES);
          boolean terminated = i == length && terminates;
          boolean truncated = i == length && !terminates;
          learner.observe(state, action, reward, next, terminated, truncated);
          expected.observe(state, action, reward, next, terminated, truncated);
          state = next;
        }
        double[][] rows = table.toRows();
        for (int s = 0; s < STATES; s++) {
          assertArrayEquals(
              expected.values()[s], rows[s], tolerance, "seed " + seed + " episode " + episode);
        }
      }
    }
  }

  @Test
  void waitingDecisionsAreDroppedByTheNextEpisode() {
    QTable table = QTable.zeros(2, 2);
    QLearner learner = new QLearner(QLearnerSamples.nStep(0.5, 0.5, 3, 0), table);
    learner.beginEpisode(0, 2, RANDOM);
    learner.observe(0, 0, 100, 1, false, false);
    learner.beginEpisode(1, 2, RANDOM);
    learner.observe(1, 1, 2, 0, true, false);
    assertTrue(Arrays.deepEquals(new double[][] {{0, 0}, {0, 1}}, table.toRows()));
  }

  @Test
  void epsilonFollowsItsSchedule() {
    QLearner learner = newLearner(new SplittableRandom(1));
    learner.beginEpisode(0, 100, RANDOM);
    assertEquals(0.8, learner.epsilon());
    learner.beginEpisode(99, 100, RANDOM);
    assertEquals(0.05, learner.epsilon());
  }

  @Test
  void mergeIsTheMeanOfTheTablesInTheOrderOfTheList() {
    QLearner parent = newLearner(new SplittableRandom(1));
    QLearner a = parent.fork();
    QLearner b = parent.fork();
    QLearner c = parent.fork();
    train(a, 0, 3, 10);
    train(b, 0, 3, 20);
    train(c, 0, 3, 30);
    parent.merge(List.of(a, b, c));
    for (int state = 0; state < STATES; state++) {
      for (int action = 0; action < ACTIONS; action++) {
        double sum =
            a.table().get(state, action)
                + b.table().get(state, action)
                + c.table().get(state, action);
        assertEquals(sum / 3, parent.table().get(state, action), "bit for bit");
      }
    }
  }

  @Test
  void oneForkGivesTheSameTableBitForBit() {
    QLearner inPlace = newLearner(new SplittableRandom(1));
    QLearner forking = newLearner(new SplittableRandom(1));
    for (int episode = 0; episode < 10; episode++) {
      train(inPlace, episode, episode + 1, episode);
      QLearner fork = forking.fork();
      train(fork, episode, episode + 1, episode);
      forking.merge(List.of(fork));
    }
    assertTrue(Arrays.deepEquals(inPlace.table().toRows(), forking.table().toRows()));
  }

  @Test
  void policiesOfAMergedLearnerReadTheMergedTable() {
    QLearner parent = new QLearner(QLearnerSamples.nStep(1, 0, 1, 0), QTable.zeros(1, 2));
    QLearner fork = parent.fork();
    fork.observe(0, 1, 1, 0, true, false);
    parent.merge(List.of(fork));
    assertEquals(1, parent.greedy().choose(0, RANDOM));
    parent.beginEpisode(0, 1, RANDOM);
    assertEquals(1, parent.behaviour().choose(0, RANDOM));
  }

  /** Held exploration of two agents that share values: every pair of actions is as likely. */
  @Test
  void sharingLearnersExploreIndependently() {
    int actions = 3;
    QLearner first =
        QLearnerSamples.learner(QLearnerSamples.nStep(0.1, 0.9, 1, 1), STATES, actions);
    QLearner second = first.sharing();
    int[] pairs = new int[actions * actions];
    RandomGenerator random = new SplittableRandom(99);
    first.beginEpisode(0, 1, random);
    second.beginEpisode(0, 1, random);
    for (int i = 0; i < 9_000; i++) {
      int left = first.behaviour().choose(0, random);
      pairs[actions * left + second.behaviour().choose(0, random)]++;
    }
    double[] uniform = new double[pairs.length];
    Arrays.fill(uniform, 1.0 / pairs.length);
    double statistic = ChiSquared.statistic(pairs, uniform);
    assertTrue(statistic < ChiSquared.critical(pairs.length), "seed 99: " + statistic);
  }
}
