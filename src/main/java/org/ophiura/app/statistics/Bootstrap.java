package org.ophiura.app.statistics;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Percentile bootstrap over groups (Efron and Tibshirani 1993, chapter 13): groups are drawn with
 * replacement and keep all of their values (Davison and Hinkley 1997, section 3.8: drawing again
 * within groups would count their spread twice). The draws come from a fixed stream, so the same
 * sample always gives the same interval.
 */
public final class Bootstrap {
  /**
   * How often the groups are drawn; the ends of an interval then vary by about 2 % of its width.
   */
  public static final int RESAMPLES = 10_000;

  private static final long STREAM = 0x0B0075742A9L;

  /** Where more resamples have no figure than this, the rest would flatter. */
  private static final double MOST_WITHOUT_FIGURE = 0.05;

  private static final double TAIL = (1 - Interval.CONFIDENCE) / 2;

  private Bootstrap() {}

  /** Mean of all values, with the interval that resampling the groups gives. */
  public static Estimate mean(GroupedSample sample) {
    return estimate(sample.groups(), sample::mean);
  }

  /** Interquartile mean of all values, with the interval that resampling the groups gives. */
  public static Estimate interquartileMean(GroupedSample sample) {
    return estimate(sample.groups(), sample::interquartileMean);
  }

  /**
   * A figure with its interval.
   *
   * @param groups number of groups; fewer than two give no interval
   * @param statistic the figure when group g counts {@code copies[g]} times; NaN if there is none.
   *     A difference of two samples over the same groups is paired by computing both from the same
   *     copies. Must not keep or modify the array.
   */
  public static Estimate estimate(int groups, ToDoubleFunction<int[]> statistic) {
    int[] copies = new int[groups];
    Arrays.fill(copies, 1);
    double value = statistic.applyAsDouble(copies);
    return new Estimate(
        value, groups < 2 || Double.isNaN(value) ? Optional.empty() : interval(copies, statistic));
  }

  private static Optional<Interval> interval(int[] copies, ToDoubleFunction<int[]> statistic) {
    RandomGenerator random =
        RandomGeneratorFactory.<RandomGenerator>of("L64X128MixRandom").create(STREAM);
    double[] figures = new double[RESAMPLES];
    int known = 0;
    for (int i = 0; i < RESAMPLES; i++) {
      Arrays.fill(copies, 0);
      for (int draw = 0; draw < copies.length; draw++) {
        copies[random.nextInt(copies.length)]++;
      }
      double figure = statistic.applyAsDouble(copies);
      if (!Double.isNaN(figure)) {
        figures[known++] = figure;
      }
    }
    if (known < (1 - MOST_WITHOUT_FIGURE) * RESAMPLES) {
      return Optional.empty();
    }
    double[] ends = Quantile.withDefaults().evaluateRange(figures, 0, known, TAIL, 1 - TAIL);
    return Optional.of(new Interval(ends[0], ends[1]));
  }
}
