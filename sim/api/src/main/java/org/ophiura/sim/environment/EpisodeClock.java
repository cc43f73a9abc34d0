package org.ophiura.sim.environment;

/**
 * The course of an episode: counts steps, and refuses those that no episode has. For environments
 * to hold their callers to the contract.
 */
public final class EpisodeClock {
  private final int stepLimit;
  private final int actions;
  private int steps;
  private boolean running;

  /**
   * Makes a clock that stands still.
   *
   * @param stepLimit steps after which an episode is truncated; 0 for no limit
   */
  public EpisodeClock(int stepLimit, int actions) {
    this.stepLimit = stepLimit;
    this.actions = actions;
  }

  /** Begins an episode. */
  public void begin() {
    steps = 0;
    running = true;
  }

  /**
   * Checks an action before it is taken.
   *
   * @throws IllegalStateException if no episode is going on
   * @throws IllegalArgumentException if there is no such action
   */
  public void check(int action) {
    if (!running) {
      throw new IllegalStateException("the episode is over, or none was begun: call reset first");
    }
    if (action < 0 || action >= actions) {
      throw new IllegalArgumentException(
          "an action must be in [0, " + (actions - 1) + "], got " + action);
    }
  }

  /** Counts a step that was taken. */
  public void count(boolean terminated) {
    steps++;
    running = !terminated && !truncated();
  }

  /** Whether time is up. */
  public boolean truncated() {
    return stepLimit > 0 && steps >= stepLimit;
  }

  /** Steps of this episode. */
  public int steps() {
    return steps;
  }
}
