package org.ophiura.sim;

/**
 * Turns a time limit into a number of control steps: an integer, for summed time misses the edge.
 */
public final class TimeLimit {
  private static final double TOLERANCE_STEPS = 1e-9;

  private TimeLimit() {}

  /**
   * Number of control steps after which an episode is truncated: ceil(limit / period - 1e-9).
   *
   * @throws IllegalArgumentException if either is not a positive number
   */
  public static int steps(double limitSeconds, double periodSeconds) {
    if (!(limitSeconds > 0) || !(periodSeconds > 0)) {
      throw new IllegalArgumentException(
          "time limit and control period must be > 0 (s), got "
              + limitSeconds
              + " and "
              + periodSeconds);
    }
    return (int) Math.ceil(limitSeconds / periodSeconds - TOLERANCE_STEPS);
  }
}
