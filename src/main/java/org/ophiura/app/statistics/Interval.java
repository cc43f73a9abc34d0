package org.ophiura.app.statistics;

/**
 * Where a figure lies, with 95 % confidence.
 *
 * @param low lower bound
 * @param high upper bound, not below {@code low}
 */
public record Interval(double low, double high) {
  /** How often an interval is meant to hold the figure. */
  public static final double CONFIDENCE = 0.95;

  /** Checks the order. */
  public Interval {
    if (!(low <= high)) {
      throw new IllegalArgumentException("low must be <= high, got " + low + " and " + high);
    }
  }

  /** Whether it holds {@code value}. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The interval of the same figure with its sign changed. */
  public Interval negated() {
    return new Interval(-high, -low);
  }
}
