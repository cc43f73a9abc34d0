package org.ophiura.app.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class BootstrapTest {
  private static final int GROUPS = 20;
  private static final int VALUES_PER_GROUP = 5;
  private static final int SAMPLES = 400;

  /**
   * A percentile interval of 20 groups is a little too narrow (about 0.93 in theory: normal instead
   * of Student quantiles, n instead of n - 1), and 400 samples tell a coverage to +-0.025.
   */
  private static final double LEAST_COVERAGE = 0.89;

  private static final double GREATEST_COVERAGE = 0.98;

  private static GroupedSample alone(double... values) {
    List<double[]> groups = new ArrayList<>();
    for (double value : values) {
      groups.add(new double[] {value});
    }
    return new GroupedSample(groups);
  }

  /** Groups that differ by as much as the values within them; the true mean is 3. */
  private static List<double[]> draw(Random random) {
    List<double[]> groups = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      double shared = random.nextGaussian();
      double[] values = new double[VALUES_PER_GROUP];
      for (int i = 0; i < values.length; i++) {
        values[i] = 3 + shared + random.nextGaussian();
      }
      groups.add(values);
    }
    return groups;
  }

  private static double coverage(Function<List<double[]>, Estimate> method) {
    Random random = new Random(20_240_501);
    int held = 0;
    for (int i = 0; i < SAMPLES; i++) {
      held += method.apply(draw(random)).interval().orElseThrow().contains(3) ? 1 : 0;
    }
    return (double) held / SAMPLES;
  }

  @Test
  void intervalsHoldTheTruthAsOftenAsTheySay() {
    double mean = coverage(groups -> Bootstrap.mean(new GroupedSample(groups)));
    double middle = coverage(groups -> Bootstrap.interquartileMean(new GroupedSample(groups)));
    assertTrue(mean >= LEAST_COVERAGE && mean <= GREATEST_COVERAGE, "mean: " + mean);
    assertTrue(middle >= LEAST_COVERAGE && middle <= GREATEST_COVERAGE, "middle: " + middle);
  }

  @Test
  void valuesOfOneGroupTakenForIndependentGiveIntervalsThatAreTooNarrow() {
    double coverage =
        coverage(
            groups ->
                Bootstrap.mean(
                    alone(groups.stream().flatMapToDouble(java.util.Arrays::stream).toArray())));
    // The spread of the mean is sqrt(3) times what it looks like: 0.74 in theory.
    assertTrue(coverage < 0.82, "coverage " + coverage);
  }

  @Test
  void theSameSampleGivesTheSameBits() {
    List<double[]> groups = draw(new Random(1));
    assertEquals(
        Bootstrap.interquartileMean(new GroupedSample(groups)),
        Bootstrap.interquartileMean(new GroupedSample(groups)));
  }

  @Test
  void theIntervalOfAMeanIsThatOfTheory() {
    double[] values = new double[100];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    Interval interval = Bootstrap.mean(alone(values)).interval().orElseThrow();
    double halfWidth = 1.96 * Math.sqrt((100 * 100 - 1) / 12.0 / 100);
    // 10000 resamples find a 2.5 % quantile to about 2.5 % of the half-width; twice that.
    double tolerance = 0.05 * halfWidth;
    assertEquals(49.5 - halfWidth, interval.low(), tolerance);
    assertEquals(49.5 + halfWidth, interval.high(), tolerance);
  }

  @Test
  void aPairedDifferenceIsFreeOfWhatBothShare() {
    Random random = new Random(7);
    double[] first = new double[GROUPS];
    double[] second = new double[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      double shared = 10 * random.nextGaussian();
      first[i] = shared + 0.1 * random.nextGaussian();
      second[i] = shared + 0.5 + 0.1 * random.nextGaussian();
    }
    GroupedSample a = alone(first);
    GroupedSample b = alone(second);
    Estimate paired = Bootstrap.estimate(GROUPS, copies -> b.mean(copies) - a.mean(copies));
    Interval interval = paired.interval().orElseThrow();
    assertEquals(b.mean() - a.mean(), paired.value(), 1e-12);
    // Two spreads of 0.1 over 20 seeds: a half-width of 0.06; unpaired it would be 6.
    assertTrue(interval.contains(0.5) && !interval.contains(0), "" + interval);
    assertTrue(interval.high() - interval.low() < 0.2, "" + interval);
    Interval alone = Bootstrap.mean(b).interval().orElseThrow();
    assertTrue(alone.high() - alone.low() > 5, "" + alone);
  }

  @Test
  void oneGroupOrNoValueGivesNoInterval() {
    assertEquals(4, Bootstrap.mean(alone(4)).value());
    assertTrue(Bootstrap.mean(alone(4)).interval().isEmpty());
    Estimate nothing = Bootstrap.mean(new GroupedSample(List.of(new double[0], new double[0])));
    assertFalse(nothing.isKnown());
    assertTrue(nothing.interval().isEmpty());
  }

  @Test
  void whereManyResamplesHaveNoValueThereIsNoInterval() {
    List<double[]> groups = new ArrayList<>();
    for (int i = 0; i < GROUPS; i++) {
      groups.add(i < 2 ? new double[] {i, i + 1} : new double[0]);
    }
    // A resample misses both groups with values 0.9^20 = 12 % of the times.
    Estimate estimate = Bootstrap.interquartileMean(new GroupedSample(groups));
    assertTrue(estimate.isKnown());
    assertTrue(estimate.interval().isEmpty());
  }

  @Test
  void valuesThatAreAllTheSameLeaveNoDoubt() {
    Estimate estimate = Bootstrap.mean(alone(2, 2, 2));
    assertEquals(new Interval(2, 2), estimate.interval().orElseThrow());
  }
}
