package org.ophiura.learning;

import java.util.random.RandomGenerator;

/**
 * Chooses an action for a numbered state.
 *
 * <p>Policies that see a vector instead are a sibling of this contract, not an extension of it. A
 * policy belongs to one thread at a time unless it says otherwise.
 */
public interface Policy {

  /**
   * Chooses an action. Allocates nothing.
   *
   * @param state of the indexer that the policy was made for
   * @param random the only source of randomness
   * @return in 0 to the number of actions (exclusive)
   */
  int choose(int state, RandomGenerator random);

  /** Forgets the previous episode; the controller calls it at its reset. */
  default void beginEpisode() {}
}
