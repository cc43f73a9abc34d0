package org.ophiura.sim.environment;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ophiura.sim.CycleStatus;

/**
 * A problem to learn: reset, then step until an episode is over. Belongs to one thread; a step
 * allocates nothing. The semantics of rewards, termination and truncation are Gymnasium's.
 */
public interface Environment extends AutoCloseable {

  /** What it shows and takes; never changes. */
  Spaces spaces();

  /**
   * Begins an episode.
   *
   * @param random what chance there is in the start and in the whole episode comes from here
   */
  void reset(RandomGenerator random);

  /**
   * Takes an action.
   *
   * @param action in [0, {@code spaces().actions().count()})
   * @throws IllegalStateException if the episode is over, or none was begun
   * @throws IllegalArgumentException if there is no such action
   */
  void step(int action);

  /**
   * Copies the observation after the last step or reset.
   *
   * @param out one number per dimension of the observation space (the index of a discrete one).
   *     Modified.
   */
  void observe(double[] out);

  /**
   * The index of a discrete observation.
   *
   * @throws UnsupportedOperationException if observations are vectors
   */
  int state();

  /** The reward of the last step; 0 after a reset. */
  double reward();

  /** Whether the last step ended the task itself: nothing of worth can follow. */
  boolean terminated();

  /** Whether time is up; may be so together with {@link #terminated()}. */
  boolean truncated();

  /** Whether the episode has reached its aim; without an aim never. */
  default boolean succeeded() {
    return false;
  }

  /** {@link CycleStatus#OK}, or what ended the episode out of order. */
  default CycleStatus status() {
    return CycleStatus.OK;
  }

  /** Time of a step by the environment's own clock, in seconds; 1 where it has none. */
  default double secondsPerStep() {
    return 1;
  }

  /** Whether the episode is over. */
  default boolean over() {
    return terminated() || truncated();
  }

  /** The state after the last step or reset as a few lines of text, for people to watch. */
  default String text() {
    double[] observation = new double[spaces().observation().dimension()];
    observe(observation);
    return Arrays.toString(observation);
  }

  @Override
  default void close() {}
}
