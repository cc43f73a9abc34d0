package org.ophiura.learning.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ReplayMemoryTest {
  private static final long SEED = 21;
  private static final int SIZE = 10;
  private static final int DRAWS = 100_000;

  /** Chi-squared with 9 degrees of freedom exceeds this once in 100,000 times. */
  private static final double CHI_SQUARED_LIMIT = 39.3;

  private static ReplayMemory filled(int added, double priorityExponent) {
    ReplayMemory memory = new ReplayMemory(SIZE, 2, priorityExponent);
    for (int i = 0; i < added; i++) {
      memory.add(new double[] {i, -i}, 0, i, 10 * i, new double[] {i + 1, -i - 1}, 0.5);
    }
    return memory;
  }

  private static double chiSquared(ReplayMemory memory, double[] expectedShares) {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] drawn = new int[DRAWS];
    memory.draw(random, drawn);
    int[] counts = new int[SIZE];
    for (int index : drawn) {
      counts[index]++;
    }
    double sum = 0;
    for (int i = 0; i < SIZE; i++) {
      double expected = expectedShares[i] * DRAWS;
      sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return sum;
  }

  @Test
  void theOldestIsForgotten() {
    ReplayMemory memory = filled(13, 0);
    assertEquals(SIZE, memory.size());
    double[] row = new double[2];
    memory.copyObservation(2, row, 0);
    assertEquals(12, row[0]);
    assertEquals(120, memory.reward(2));
    memory.copyNext(3, row, 0);
    assertEquals(4, row[0]);
    assertEquals(3, memory.action(3));
  }

  @Test
  void drawsAreUniform() {
    double[] shares = new double[SIZE];
    Arrays.fill(shares, 1.0 / SIZE);
    double chiSquared = chiSquared(filled(SIZE, 0), shares);
    assertTrue(chiSquared < CHI_SQUARED_LIMIT, chiSquared + ", seed " + SEED);
  }

  @Test
  void drawsByPriorityAreInProportionToItsPower() {
    ReplayMemory memory = filled(SIZE, 0.5);
    double[] shares = new double[SIZE];
    double total = 0;
    for (int i = 0; i < SIZE; i++) {
      memory.setPriority(i, -(i + 1) * (i + 1));
      shares[i] = i + 1;
      total += i + 1;
    }
    for (int i = 0; i < SIZE; i++) {
      shares[i] /= total;
      assertEquals(1 / (SIZE * shares[i]), memory.weight(i, 1), 1e-5);
    }
    double chiSquared = chiSquared(memory, shares);
    assertTrue(chiSquared < CHI_SQUARED_LIMIT, chiSquared + ", seed " + SEED);
  }

  @Test
  void stepsWaitForTheirReturn() {
    ReplayMemory memory = new ReplayMemory(SIZE, 1, 0);
    NStepWindow window = new NStepWindow(3, 1, 0.5);
    for (int i = 0; i < 4; i++) {
      window.add(new double[] {i}, i, 1 << i, new double[] {i + 1}, false, false, memory);
    }
    assertEquals(2, memory.size());
    assertEquals(1 + 0.5 * 2 + 0.25 * 4, memory.reward(0));
    assertEquals(0.125, memory.discount(0));
    double[] next = new double[1];
    memory.copyNext(0, next, 0);
    assertEquals(3, next[0]);
    window.add(new double[] {4}, 4, 16, new double[] {5}, true, false, memory);
    assertEquals(5, memory.size());
    assertEquals(0, memory.discount(2));
    assertEquals(8 + 0.5 * 16, memory.reward(3));
    assertEquals(16, memory.reward(4));
  }
}
