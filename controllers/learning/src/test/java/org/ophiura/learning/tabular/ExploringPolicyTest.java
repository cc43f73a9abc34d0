package org.ophiura.learning.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.ChiSquared;
import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContract;

class ExploringPolicyTest extends PolicyContract {
  private static final int ACTIONS = 5;
  private static final int HOLD = 33;
  private static final int BLOCKS = 10_000;
  private static final double[] UNIFORM = {0.2, 0.2, 0.2, 0.2, 0.2};

  /** Greedy is to take the action with the state's number, so a block of it is never constant. */
  private static final Policy FOLLOW_STATE = (state, random) -> state;

  @Override
  protected Policy newPolicy() {
    return exploring(0.5, HOLD);
  }

  @Override
  protected int stateCount() {
    return ACTIONS;
  }

  @Override
  protected int actionCount() {
    return ACTIONS;
  }

  @Test
  void greedyActionIsTakenUnlessADrawExplores() {
    long seed = 99;
    double epsilon = 0.4;
    Policy policy = exploring(epsilon, 1);
    RandomGenerator random = new SplittableRandom(seed);
    int[] counts = new int[ACTIONS];
    for (int i = 0; i < 100_000; i++) {
      counts[policy.choose(2, random)]++;
    }
    double other = epsilon / ACTIONS;
    double[] expected = {other, other, 1 - epsilon + other, other, other};
    assertTrue(
        ChiSquared.statistic(counts, expected) < ChiSquared.critical(ACTIONS),
        "seed " + seed + " gave " + Arrays.toString(counts));
  }

  @Test
  void explorationHoldsOneActionForItsBlockAndElseEachDecisionIsGreedy() {
    long seed = 123;
    double epsilon = 0.3;
    Policy policy = exploring(epsilon, HOLD);
    RandomGenerator random = new SplittableRandom(seed);
    int[] kinds = new int[2];
    int[] held = new int[ACTIONS];
    for (int block = 0; block < BLOCKS; block++) {
      int[] chosen = block(policy, random);
      if (Arrays.stream(chosen).distinct().count() == 1) {
        kinds[0]++;
        held[chosen[0]]++;
      } else {
        kinds[1]++;
        for (int i = 0; i < HOLD; i++) {
          assertEquals(i % ACTIONS, chosen[i], "decision " + i + " of block " + block);
        }
      }
    }
    assertTrue(
        ChiSquared.statistic(kinds, new double[] {epsilon, 1 - epsilon}) < ChiSquared.critical(2),
        "seed " + seed + " explored in " + kinds[0] + " of " + BLOCKS + " blocks");
    assertTrue(
        ChiSquared.statistic(held, UNIFORM) < ChiSquared.critical(ACTIONS),
        "seed " + seed + " held " + Arrays.toString(held));
  }

  @Test
  void oneBlockSaysNothingAboutTheNext() {
    long seed = 321;
    Policy policy = exploring(1, HOLD);
    RandomGenerator random = new SplittableRandom(seed);
    int[] steps = new int[ACTIONS];
    int previous = block(policy, random)[0];
    for (int block = 0; block < BLOCKS; block++) {
      int current = block(policy, random)[0];
      steps[Math.floorMod(current - previous, ACTIONS)]++;
      previous = current;
    }
    assertTrue(
        ChiSquared.statistic(steps, UNIFORM) < ChiSquared.critical(ACTIONS),
        "seed " + seed + " gave " + Arrays.toString(steps));
  }

  @Test
  void newEpisodeEndsTheBlock() {
    ExploringPolicy policy = exploring(1, HOLD);
    RandomGenerator random = new SplittableRandom(1);
    policy.choose(0, random);
    policy.explore(0);
    policy.beginEpisode();
    for (int i = 0; i < HOLD; i++) {
      assertEquals(i % ACTIONS, policy.choose(i % ACTIONS, random));
    }
  }

  @Test
  void withoutEpsilonEveryDecisionIsGreedy() {
    Policy policy = exploring(0, 1);
    RandomGenerator random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      assertEquals(3, policy.choose(3, random));
    }
  }

  @Test
  void withoutEpsilonNotEvenADrawOfZeroExplores() {
    RandomGenerator zero = () -> 0;
    assertEquals(0.0, zero.nextDouble());
    assertEquals(3, exploring(0, 1).choose(3, zero));
  }

  private static ExploringPolicy exploring(double epsilon, int holdDecisions) {
    ExploringPolicy policy = new ExploringPolicy(FOLLOW_STATE, ACTIONS, holdDecisions);
    policy.explore(epsilon);
    return policy;
  }

  private static int[] block(Policy policy, RandomGenerator random) {
    int[] chosen = new int[HOLD];
    for (int i = 0; i < HOLD; i++) {
      chosen[i] = policy.choose(i % ACTIONS, random);
    }
    return chosen;
  }
}
