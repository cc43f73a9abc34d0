package org.ophiura.learning.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.learning.LearningSession;
import org.ophiura.learning.Policy;

/**
 * A room of 4 x 4 cells, a goal in the corner that pays 1 and ends the episode, walls that keep the
 * robot where it is. The best return from a cell at distance d is gamma^(d - 1).
 */
class GridWorldTest {
  private static final int SIZE = 4;
  private static final int STATES = SIZE * SIZE;
  private static final int ACTIONS = 4;
  private static final int GOAL = STATES - 1;
  private static final int LIMIT = 50;
  private static final double GAMMA = 0.9;

  /** Each value is a product of at most six roundings of 0.9. */
  private static final double ROUNDING = 1e-14;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void oneStepFindsTheBestValues(long seed) {
    QTable table = QTable.zeros(STATES, ACTIONS);
    train(new QLearner(QLearnerSamples.nStep(1, GAMMA, 1, 1), table), 2_000, seed);
    for (int state = 0; state < GOAL; state++) {
      for (int action = 0; action < ACTIONS; action++) {
        int next = move(state, action);
        double best = Math.pow(GAMMA, distance(next));
        assertEquals(best, table.get(state, action), ROUNDING, "seed " + seed + " cell " + state);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 1", "33, 1", "4, 2", "4, 3"})
  void greedyPolicyTakesAShortestPathFromEveryCell(int steps, long seed) {
    QLearningSettings settings =
        new QLearningSettings(
            0.1,
            GAMMA,
            steps,
            QLearnerSamples.linear(1, 0.05, 0.75),
            1,
            0.001,
            Ties.RANDOM,
            false,
            false);
    QLearner learner = QLearnerSamples.learner(settings, STATES, ACTIONS);
    train(learner, 3_000, seed);
    RandomGenerator random = new SplittableRandom(seed);
    for (int start = 0; start < GOAL; start++) {
      int state = start;
      int moves = 0;
      while (state != GOAL && moves < LIMIT) {
        state = move(state, learner.greedy().choose(state, random));
        moves++;
      }
      assertEquals(distance(start), moves, "seed " + seed + " from cell " + start);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 33})
  void rowOfTheTerminalStateStaysUntouched(int steps) {
    QTable table = QTable.uniform(STATES, ACTIONS, 0.5, new SplittableRandom(8));
    double[] before = table.toRows()[GOAL];
    double[] other = table.toRows()[0];
    train(new QLearner(QLearnerSamples.nStep(0.1, GAMMA, steps, 1), table), 200, 5);
    for (int action = 0; action < ACTIONS; action++) {
      assertEquals(before[action], table.get(GOAL, action));
      assertNotEquals(other[action], table.get(0, action));
    }
  }

  /** A random table whose terminal row counts gives values that no episode could earn. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bootstrappingFromTheTerminalStateSpoilsTheValues(long seed) {
    QTable table = QTable.uniform(STATES, ACTIONS, 0.5, new SplittableRandom(seed));
    double terminal = table.max(GOAL);
    QLearningSettings settings =
        new QLearningSettings(
            1, GAMMA, 1, QLearnerSamples.constant(1), 1, 0, Ties.RANDOM, true, false);
    train(new QLearner(settings, table), 2_000, seed);
    int besideGoal = GOAL - 1;
    assertEquals(1 + GAMMA * terminal, table.max(besideGoal), ROUNDING, "seed " + seed);
    assertTrue(terminal > 0 && table.max(besideGoal) > 1, "more than the goal pays");
  }

  /** Where no episode ever terminates, cutting it off must not make the future worthless. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  void endlessRewardIsWorthItsSumWhereverTheEpisodeIsCut(int steps) {
    QTable table = QTable.zeros(1, 1);
    QLearner learner = new QLearner(QLearnerSamples.nStep(0.5, GAMMA, steps, 0), table);
    RandomGenerator random = new SplittableRandom(2);
    for (int episode = 0; episode < 500; episode++) {
      learner.beginEpisode(episode, 500, random);
      for (int i = 0; i < 5; i++) {
        learner.observe(0, 0, 1, 0, false, i == 4);
      }
    }
    assertEquals(1 / (1 - GAMMA), table.get(0, 0), 1e-12, "the geometric series");
  }

  private static void train(QLearner learner, int episodes, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    LearningSession session = new LearningSession(learner);
    Policy policy = session;
    for (int episode = 0; episode < episodes; episode++) {
      learner.beginEpisode(episode, episodes, random);
      policy.beginEpisode();
      int state = random.nextInt(GOAL);
      for (int i = 0; i < LIMIT && state != GOAL; i++) {
        state = move(state, policy.choose(state, random));
        session.addReward(state == GOAL ? 1 : 0);
      }
      session.end(state, state == GOAL, state != GOAL);
    }
  }

  private static int move(int state, int action) {
    int row = state / SIZE;
    int column = state % SIZE;
    return switch (action) {
      case 0 -> Math.max(0, row - 1) * SIZE + column;
      case 1 -> Math.min(SIZE - 1, row + 1) * SIZE + column;
      case 2 -> row * SIZE + Math.max(0, column - 1);
      default -> row * SIZE + Math.min(SIZE - 1, column + 1);
    };
  }

  private static int distance(int state) {
    return SIZE - 1 - state / SIZE + (SIZE - 1 - state % SIZE);
  }
}
