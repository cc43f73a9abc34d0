package org.ophiura.learning;

/** A learner that can be copied, so that several episodes may run on the same values at once. */
public interface ForkableLearner extends Learner {

  /**
   * An independent learner with the same settings and a copy of the current values. What is {@link
   * SharingLearner sharing} stays so in its forks.
   */
  Learner fork();
}
