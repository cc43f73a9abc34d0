package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Policy} keeps. */
public abstract class PolicyContract {
  private static final int CHOICES = 1_000;
  private static final long SEED = 20_240_229;

  /** A new policy; two of them must behave alike. */
  protected abstract Policy newPolicy();

  /** Number of states that it was made for. */
  protected abstract int stateCount();

  /** Number of actions that it was made for. */
  protected abstract int actionCount();

  @Test
  void everyChoiceIsAnAction() {
    for (int action : choices(newPolicy(), new SplittableRandom(SEED))) {
      assertTrue(action >= 0 && action < actionCount(), "chose " + action);
    }
  }

  @Test
  void sameSeedGivesSameChoices() {
    assertArrayEquals(
        choices(newPolicy(), new SplittableRandom(SEED)),
        choices(newPolicy(), new SplittableRandom(SEED)));
  }

  @Test
  void newEpisodeForgetsTheOneBefore() {
    Policy policy = newPolicy();
    policy.beginEpisode();
    int[] first = choices(policy, new SplittableRandom(SEED));
    policy.choose(0, new SplittableRandom(1));
    policy.beginEpisode();
    assertArrayEquals(first, choices(policy, new SplittableRandom(SEED)));
  }

  @Test
  void choosingAllocatesNothing() {
    Policy policy = newPolicy();
    RandomGenerator random = new SplittableRandom(SEED);
    int[] chosen = new int[CHOICES];
    assertEquals(0, Allocation.leastBytes(() -> choose(policy, random, chosen)));
  }

  private int[] choices(Policy policy, RandomGenerator random) {
    int[] chosen = new int[CHOICES];
    choose(policy, random, chosen);
    return chosen;
  }

  private void choose(Policy policy, RandomGenerator random, int[] chosen) {
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = policy.choose(i % stateCount(), random);
    }
  }
}
