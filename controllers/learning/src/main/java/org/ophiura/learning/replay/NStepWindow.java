package org.ophiura.learning.replay;

/** The last steps of an episode, which wait until their return over N steps is known. */
public final class NStepWindow {
  private final int steps;
  private final int dimension;
  private final double gamma;
  private final double[] observations;
  private final int[] actions;
  private final double[] rewards;
  private int oldest;
  private int size;

  /**
   * Makes an empty window.
   *
   * @param steps whose rewards are summed
   * @param dimension numbers per observation
   * @param gamma discount per step
   */
  public NStepWindow(int steps, int dimension, double gamma) {
    this.steps = steps;
    this.dimension = dimension;
    this.gamma = gamma;
    observations = new double[steps * dimension];
    actions = new int[steps];
    rewards = new double[steps];
  }

  /** Forgets all steps: an episode begins. */
  public void clear() {
    size = 0;
  }

  /**
   * Adds a step, and hands those to the memory whose return is known.
   *
   * @param next observation that followed. Not modified.
   */
  public void add(
      double[] observation,
      int action,
      double reward,
      double[] next,
      boolean terminated,
      boolean truncated,
      ReplayMemory memory) {
    int index = (oldest + size) % steps;
    System.arraycopy(observation, 0, observations, index * dimension, dimension);
    actions[index] = action;
    rewards[index] = reward;
    size++;
    if (terminated || truncated) {
      while (size > 0) {
        handOver(next, terminated, memory);
      }
    } else if (size == steps) {
      handOver(next, false, memory);
    }
  }

  private void handOver(double[] next, boolean terminated, ReplayMemory memory) {
    double sum = 0;
    double factor = 1;
    for (int i = 0; i < size; i++) {
      sum += factor * rewards[(oldest + i) % steps];
      factor *= gamma;
    }
    memory.add(
        observations, oldest * dimension, actions[oldest], sum, next, terminated ? 0 : factor);
    oldest = (oldest + 1) % steps;
    size--;
  }
}
