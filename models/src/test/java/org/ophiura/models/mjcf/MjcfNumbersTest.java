package org.ophiura.models.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MjcfNumbersTest {
  private static final int RANDOM_NUMBERS = 20_000;

  @ParameterizedTest
  @CsvSource({
    "5.0, 5",
    "1530.0, 1530",
    "0.0, 0",
    "-0.0, -0",
    "0.004, 0.004",
    "-0.7853981633974483, -0.7853981633974483",
    "0.30000000000000004, 0.30000000000000004",
    "1.4542680739874820E-18, 1.454268073987482E-18",
    "2.0E-3, 0.002",
    "5.6843418860808015E-14, 5.6843418860808015E-14",
    "1.0E24, 1E+24",
    "2.2250738585072014E-308, 2.2250738585072014E-308",
  })
  void numberIsAsShortAsItCanBe(double value, String text) {
    assertEquals(text, MjcfNumbers.format(value));
  }

  @Test
  void everyNumberReadsBackToTheSameBits() {
    long seed = 20_260_101;
    SplittableRandom random = new SplittableRandom(seed);
    for (int count = 0; count < RANDOM_NUMBERS; count++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertReadsBack(value, seed);
      }
      assertReadsBack(random.nextDouble(-10, 10), seed);
    }
  }

  @Test
  void numbersAreSeparatedBySingleSpaces() {
    assertEquals("1 0 -0.5", MjcfNumbers.format(1, 0, -0.5));
  }

  @Test
  void numbersThatNoModelCanHoldAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> MjcfNumbers.format(Double.NaN));
    assertThrows(
        IllegalArgumentException.class, () -> MjcfNumbers.format(Double.NEGATIVE_INFINITY));
  }

  private static void assertReadsBack(double value, long seed) {
    String text = MjcfNumbers.format(value);
    assertEquals(
        Double.doubleToRawLongBits(value),
        Double.doubleToRawLongBits(Double.parseDouble(text)),
        () -> value + " was written as " + text + ", seed " + seed);
  }
}
