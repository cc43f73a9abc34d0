package org.ophiura.app.statistics;

import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/** Estimates of the share of trials that succeed. */
public final class Proportion {
  private Proportion() {}

  /**
   * Share with its Wilson score interval (Wilson 1927, doi 10.1080/01621459.1927.10502953), which
   * holds for independent trials and stays in [0, 1].
   *
   * @param successes in [0, trials]
   * @param trials 0 gives {@link Estimate#UNKNOWN}
   */
  public static Estimate wilson(int successes, int trials) {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes must be in [0, " + trials + "], got " + successes);
    }
    if (trials == 0) {
      return Estimate.UNKNOWN;
    }
    var interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(
            trials, successes, 1 - Interval.CONFIDENCE);
    return new Estimate(
        (double) successes / trials,
        Optional.of(new Interval(interval.getLowerBound(), interval.getUpperBound())));
  }
}
