package org.ophiura.app.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProportionTest {
  /** The table has four decimals. */
  private static final double TABLE_ROUNDING = 0.5e-4;

  /** Newcombe 1998 (Statistics in Medicine 17, 857-872), table I, method 3. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void theWilsonIntervalIsThatOfTheLiterature(int reached, int of, double low, double high) {
    Estimate estimate = Proportion.wilson(reached, of);
    assertEquals((double) reached / of, estimate.value());
    assertEquals(low, estimate.interval().orElseThrow().low(), TABLE_ROUNDING);
    assertEquals(high, estimate.interval().orElseThrow().high(), TABLE_ROUNDING);
  }

  @Test
  void allSuccessesMirrorNone() {
    Interval none = Proportion.wilson(0, 20).interval().orElseThrow();
    Interval all = Proportion.wilson(20, 20).interval().orElseThrow();
    assertEquals(1 - none.high(), all.low(), 1e-15);
    assertEquals(1, all.high(), 1e-15);
  }

  @Test
  void withoutTrialsNothingIsKnown() {
    assertFalse(Proportion.wilson(0, 0).isKnown());
    assertThrows(IllegalArgumentException.class, () -> Proportion.wilson(2, 1));
  }
}
