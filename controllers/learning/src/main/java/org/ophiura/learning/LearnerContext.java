package org.ophiura.learning;

import java.util.random.RandomGenerator;

/**
 * What a learner is made for.
 *
 * @param stateCount number of states it will see
 * @param actionCount number of actions it may choose from
 * @param statesAreArms whether states are numbers of arms, as {@link StateIndexer#statesAreArms}
 * @param random source of its initial values; used at construction only
 */
public record LearnerContext(
    int stateCount, int actionCount, boolean statesAreArms, RandomGenerator random) {
  /** Checks the counts. */
  public LearnerContext {
    if (stateCount < 1 || actionCount < 1) {
      throw new IllegalArgumentException(
          "a learner needs states and actions, got " + stateCount + " and " + actionCount);
    }
  }

  /** What a learner is made for whose states are not numbers of arms. */
  public LearnerContext(int stateCount, int actionCount, RandomGenerator random) {
    this(stateCount, actionCount, false, random);
  }
}
