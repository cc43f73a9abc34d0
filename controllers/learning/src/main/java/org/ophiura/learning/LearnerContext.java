package org.ophiura.learning;

import java.util.random.RandomGenerator;

/**
 * What a learner is made for.
 *
 * @param stateCount number of states it will see
 * @param actionCount number of actions it may choose from
 * @param random source of its initial values; used at construction only
 */
public record LearnerContext(int stateCount, int actionCount, RandomGenerator random) {
  /** Checks the counts. */
  public LearnerContext {
    if (stateCount < 1 || actionCount < 1) {
      throw new IllegalArgumentException(
          "a learner needs states and actions, got " + stateCount + " and " + actionCount);
    }
  }
}
