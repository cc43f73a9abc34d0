package org.ophiura.learning;

import java.util.List;

/**
 * A learner that can learn from several episodes at the same time: each on a {@link #fork} of its
 * own, all merged after the round.
 */
public interface MergeableLearner extends ForkableLearner {

  /**
   * Takes over what the forks have learned. The outcome depends on the order of the list and on
   * nothing else; with one fork it is what this learner would have become in its place, bit for
   * bit.
   *
   * @param forks made by {@link #fork()}, at least one. Not modified.
   * @throws IllegalArgumentException if there is none, or one that is not of this learner's kind
   */
  void merge(List<? extends Learner> forks);
}
