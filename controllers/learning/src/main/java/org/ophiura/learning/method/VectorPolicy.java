package org.ophiura.learning.method;

import java.util.random.RandomGenerator;

/** Chooses an action for an observation: the sibling of {@link org.ophiura.learning.Policy}. */
@FunctionalInterface
public interface VectorPolicy {

  /**
   * Chooses an action. Allocates nothing.
   *
   * @param observation as {@link org.ophiura.sim.environment.Environment#observe} gives it; the
   *     index of a discrete one. Not modified.
   * @param random the only source of randomness
   * @return in 0 to the number of actions (exclusive)
   */
  int choose(double[] observation, RandomGenerator random);
}
