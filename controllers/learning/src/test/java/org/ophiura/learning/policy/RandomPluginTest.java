package org.ophiura.learning.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.ChiSquared;
import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyContract;

class RandomPluginTest extends PolicyContract {
  private static final int ACTIONS = 5;

  @Override
  protected Policy newPolicy() {
    return new RandomPlugin().create(new NoSettings(), new PolicyContext(3, ACTIONS, "any", false));
  }

  @Override
  protected int stateCount() {
    return 3;
  }

  @Override
  protected int actionCount() {
    return ACTIONS;
  }

  @Test
  void allActionsAreEquallyLikely() {
    long seed = 42;
    Policy policy = newPolicy();
    RandomGenerator random = new SplittableRandom(seed);
    int[] counts = new int[ACTIONS];
    for (int i = 0; i < 50_000; i++) {
      counts[policy.choose(i % 3, random)]++;
    }
    double[] uniform = new double[ACTIONS];
    Arrays.fill(uniform, 1.0 / ACTIONS);
    assertTrue(
        ChiSquared.statistic(counts, uniform) < ChiSquared.critical(ACTIONS),
        "seed " + seed + " gave " + Arrays.toString(counts));
  }
}
