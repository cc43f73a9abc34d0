package org.ophiura.app.plot.canvas;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class AxisTest {
  private static final double TOLERANCE = 1e-12; // Of sums of a few doubles.

  @Test
  void ticksAreRoundAndWithinTheAxis() {
    assertEquals(List.of(0.0, 20.0, 40.0, 60.0), new Axis(-3, 61, 0, 1).ticks(4));
  }

  @Test
  void labelsHaveAsManyDigitsAsNeighboursNeed() {
    Axis axis = new Axis(0, 0.1, 0, 1);
    assertEquals("0.02", axis.label(axis.ticks(5).get(1), 5));
    assertEquals("0.00", axis.label(-0.0, 5));
  }

  @Test
  void upTheGreaterValueIsAtTheSmallerPixel() {
    assertArrayEquals(
        new double[] {100, 50, 0}, new Axis(0, 2, 100, 0).at(new double[] {0, 1, 2}), TOLERANCE);
  }

  @Test
  void whatIsNotANumberDoesNotSpoilTheRange() {
    double[] range = Axis.range(DoubleStream.of(Double.NaN, 1, Double.POSITIVE_INFINITY, 2));
    assertArrayEquals(new double[] {0.95, 2.05}, range, TOLERANCE);
  }

  @Test
  void equalValuesStillHaveARange() {
    double[] range = Axis.range(DoubleStream.of(0, 0));
    assertTrue(range[0] < 0 && range[1] > 0);
  }
}
