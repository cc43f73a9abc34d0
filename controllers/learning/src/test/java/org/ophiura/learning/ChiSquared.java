package org.ophiura.learning;

/**
 * Pearson's chi-squared statistic, with its critical values: how far counts are from what a
 * distribution expects. Tests draw from fixed seeds, so the level only says how odd a seed may be.
 */
public final class ChiSquared {
  /** Exceeded by one in a thousand samples; index is the degrees of freedom (Pearson's table). */
  private static final double[] CRITICAL_ONE_IN_A_THOUSAND = {
    Double.NaN, 10.828, 13.816, 16.266, 18.467, 20.515, 22.458, 24.322, 26.125, 27.877, 29.588
  };

  private ChiSquared() {}

  /** Sum over all classes of (count - expected)^2 / expected. */
  public static double statistic(int[] counts, double[] probabilities) {
    int total = 0;
    for (int count : counts) {
      total += count;
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = total * probabilities[i];
      sum += (counts[i] - expected) * (counts[i] - expected) / expected;
    }
    return sum;
  }

  /** The statistic that one in a thousand samples of so many classes exceeds. */
  public static double critical(int classes) {
    return CRITICAL_ONE_IN_A_THOUSAND[classes - 1];
  }
}
