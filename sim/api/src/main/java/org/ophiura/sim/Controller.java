package org.ophiura.sim;

import java.util.random.RandomGenerator;

/**
 * Turns observations into commands at each control tick: what a trial file swaps.
 *
 * <p>A controller belongs to one plant and one thread at a time.
 */
public interface Controller {

  /**
   * Starts an episode: all inner state is as if newly made.
   *
   * @param initial the plant's live state after its reset
   * @param random the only source of randomness until the next reset
   */
  void reset(PlantState initial, RandomGenerator random);

  /**
   * Computes the command of one tick. Allocates nothing, looks nothing up by name, logs nothing.
   *
   * @param state the plant's live state. Not modified.
   * @param periodSeconds duration for which the command will be applied
   * @param out one value per actuator. Modified.
   */
  void update(PlantState state, double periodSeconds, JointCommand out);
}
