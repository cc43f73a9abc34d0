package org.ophiura.app.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

final class GroupedSampleTest {
  /** A few roundings of numbers below 100. */
  private static final double ROUNDING = 1e-13;

  private static GroupedSample sample(double[]... groups) {
    return new GroupedSample(List.of(groups));
  }

  @Test
  void theMiddleHalfOfTwelveValuesIsSixOfThem() {
    double[] values = {5, 8, 4, 38, 8, 6, 9, 7, 7, 3, 1, 6};
    assertEquals((5 + 6 + 6 + 7 + 7 + 8) / 6.0, sample(values).interquartileMean(), ROUNDING);
  }

  @Test
  void valuesThatAreCutCountInPart() {
    // Of nine values the middle 4.5 are five and seven tenths: 5 and 13 count three quarters.
    double[] nine = {1, 3, 5, 7, 9, 11, 13, 15, 17};
    assertEquals(
        (0.75 * 5 + 7 + 9 + 11 + 0.75 * 13) / 4.5, sample(nine).interquartileMean(), ROUNDING);
    double[] uneven = {0, 1, 2, 30, 400};
    // The middle 2.5 of five: three quarters of 1, all of 2, three quarters of 30.
    assertEquals((0.75 * 1 + 2 + 0.75 * 30) / 2.5, sample(uneven).interquartileMean(), ROUNDING);
  }

  @Test
  void oneValueIsItsOwnMean() {
    assertEquals(7, sample(new double[] {7}).interquartileMean());
    assertEquals(7, sample(new double[] {7}).mean());
  }

  @Test
  void copiesOfAGroupAreAsIfItsValuesStoodThereThatOften() {
    double[] first = {1, 8, 3};
    double[] second = {2, 5};
    double[] third = {9};
    int[] copies = {2, 0, 3};
    double[] written = {1, 8, 3, 1, 8, 3, 9, 9, 9};
    GroupedSample grouped = sample(first, second, third);
    assertEquals(sample(written).interquartileMean(), grouped.interquartileMean(copies), ROUNDING);
    assertEquals(sample(written).mean(), grouped.mean(copies), ROUNDING);
  }

  @Test
  void theMeanOfNothingIsNotANumber() {
    GroupedSample halfEmpty = sample(new double[0], new double[] {4});
    assertEquals(2, halfEmpty.groups());
    assertEquals(1, halfEmpty.size());
    assertEquals(4, halfEmpty.mean());
    assertTrue(Double.isNaN(halfEmpty.mean(new int[] {2, 0})));
    assertTrue(Double.isNaN(halfEmpty.interquartileMean(new int[] {2, 0})));
    assertThrows(IllegalArgumentException.class, () -> sample(new double[] {Double.NaN}));
  }
}
