package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link StateIndexer} keeps. */
public abstract class StateIndexerContract {
  private static final int SAMPLES = 20_000;
  private static final long SEED = 11_235;

  /** A new indexer; two of them must give the same numbers. */
  protected abstract StateIndexer newIndexer();

  /** Number of elements of the observation vector that it was made for. */
  protected abstract int observationSize();

  /** Fills {@code observations} with what a plant may show. */
  protected abstract void draw(RandomGenerator random, double[] observations);

  @Test
  void everyStateOccursAndNoOther() {
    StateIndexer indexer = newIndexer();
    boolean[] seen = new boolean[indexer.stateCount()];
    double[] observations = new double[observationSize()];
    ArrayState state = new ArrayState(observations);
    RandomGenerator random = new SplittableRandom(SEED);
    for (int i = 0; i < SAMPLES; i++) {
      draw(random, observations);
      seen[indexer.indexOf(state)] = true;
    }
    for (int i = 0; i < seen.length; i++) {
      assertTrue(seen[i], indexer.nameOf(i) + " never occurred");
    }
  }

  @Test
  void numbersThatAreNoneStillGiveAState() {
    StateIndexer indexer = newIndexer();
    double[] observations = new double[observationSize()];
    ArrayState state = new ArrayState(observations);
    RandomGenerator random = new SplittableRandom(SEED);
    for (double odd :
        new double[] {
          Double.NaN,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.MAX_VALUE,
          -Double.MAX_VALUE,
          Double.MIN_VALUE,
          0,
          -0.0
        }) {
      for (int element = 0; element < observations.length; element++) {
        draw(random, observations);
        observations[element] = odd;
        assertIsState(indexer, indexer.indexOf(state));
      }
      Arrays.fill(observations, odd);
      assertIsState(indexer, indexer.indexOf(state));
    }
  }

  @Test
  void indexerRemembersNothing() {
    StateIndexer used = newIndexer();
    double[] observations = new double[observationSize()];
    ArrayState state = new ArrayState(observations);
    RandomGenerator random = new SplittableRandom(SEED);
    for (int i = 0; i < 100; i++) {
      draw(random, observations);
      double[] copy = observations.clone();
      assertEquals(newIndexer().indexOf(state), used.indexOf(state));
      assertEquals(Arrays.toString(copy), Arrays.toString(observations), "state was modified");
    }
  }

  @Test
  void everyStateHasANameOfItsOwn() {
    StateIndexer indexer = newIndexer();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < indexer.stateCount(); i++) {
      String name = indexer.nameOf(i);
      assertFalse(name.isBlank());
      assertTrue(names.add(name), name + " occurs twice");
    }
    assertThrows(IndexOutOfBoundsException.class, () -> indexer.nameOf(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> indexer.nameOf(indexer.stateCount()));
  }

  @Test
  void indexingAllocatesNothing() {
    StateIndexer indexer = newIndexer();
    double[] observations = new double[observationSize()];
    draw(new SplittableRandom(SEED), observations);
    ArrayState state = new ArrayState(observations);
    int[] sum = new int[1];
    assertEquals(
        0,
        Allocation.leastBytes(
            () -> {
              for (int i = 0; i < 1_000; i++) {
                sum[0] += indexer.indexOf(state);
              }
            }));
  }

  private static void assertIsState(StateIndexer indexer, int state) {
    assertTrue(state >= 0 && state < indexer.stateCount(), "gave state " + state);
  }
}
