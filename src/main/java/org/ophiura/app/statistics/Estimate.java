package org.ophiura.app.statistics;

import java.util.Optional;

/**
 * A figure and how sure it is.
 *
 * @param value the figure; NaN where there is nothing to compute it from
 * @param interval where it lies with 95 % confidence; empty where that cannot be told
 */
public record Estimate(double value, Optional<Interval> interval) {
  /** Nothing is known. */
  public static final Estimate UNKNOWN = new Estimate(Double.NaN, Optional.empty());

  /** Whether there is a figure. */
  public boolean isKnown() {
    return !Double.isNaN(value);
  }
}
