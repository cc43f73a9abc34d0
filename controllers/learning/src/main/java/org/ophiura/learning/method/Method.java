package org.ophiura.learning.method;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.ophiura.learning.Resumable;
import org.ophiura.sim.environment.Environment;

/**
 * A learning algorithm. It is given an environment iteration by iteration (an episode, for most),
 * and can be saved between two of them. All chance comes from the iteration's own generator, so
 * that training goes on to the same bits wherever it was stopped. Belongs to one thread.
 */
public interface Method extends Resumable, AutoCloseable {

  /**
   * Learns for one iteration. Resets the environment as it likes.
   *
   * @param progress number of this iteration, and of those that are planned
   * @param random of this iteration alone
   * @param log is told of the episodes that were run. Modified.
   */
  void iterate(Environment environment, Progress progress, RandomGenerator random, TrainingLog log);

  /** The best policy so far; reads what was learned, live. Always the same object. */
  VectorPolicy greedy();

  /**
   * Sees a step that somebody else took with the greedy policy, in an evaluation. By default learns
   * nothing from it.
   *
   * @param state index of a discrete observation
   */
  default void witness(int state, int action, double reward, int next, boolean terminated) {}

  /**
   * Writes what the greedy policy needs, and no more: not what only training needs.
   *
   * @throws IOException if {@code out} does
   */
  void savePolicy(DataOutput out) throws IOException;

  /**
   * Takes over what {@link #savePolicy} wrote, for {@link #greedy} to act on; not to train on from.
   *
   * @throws IOException if it does not fit, saying why
   */
  void loadPolicy(DataInput in) throws IOException;

  /**
   * Tells what it holds each action to be worth.
   *
   * @param observation Not modified.
   * @param out one number for each action. Modified.
   * @return whether it holds any opinion; if not, {@code out} is as it was
   */
  default boolean worth(double[] observation, double[] out) {
    return false;
  }

  /** Frees what it holds beside the memory of the virtual machine; by default nothing. */
  @Override
  default void close() {}

  /**
   * How far the training has got.
   *
   * @param iteration from 0
   * @param iterations that are planned
   */
  record Progress(int iteration, int iterations) {}
}
