package org.ophiura.models.mjcf;

import java.math.BigDecimal;
import java.math.MathContext;

/** Writes numbers as short as they read back to the same bits, alike on every Java version. */
final class MjcfNumbers {
  /** So many significant digits tell any two doubles apart (IEEE 754, binary64). */
  private static final int SUFFICIENT_DIGITS = 17;

  private static final int MAXIMUM_PLAIN_LENGTH = 24;

  private MjcfNumbers() {}

  /**
   * The number rounded to the fewest digits that keep its bits. Unlike {@link
   * Double#toString(double)} it does not depend on the Java version (JDK-4511638), so that a kept
   * file stays the same.
   */
  static String format(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a number in a model must be finite, got " + value);
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal rounded = exact;
    for (int digits = 1; digits <= SUFFICIENT_DIGITS; digits++) {
      rounded = exact.round(new MathContext(digits));
      if (rounded.doubleValue() == value) {
        break;
      }
    }
    BigDecimal shortest = rounded.stripTrailingZeros();
    String plain = shortest.toPlainString();
    return plain.length() <= MAXIMUM_PLAIN_LENGTH ? plain : shortest.toString();
  }

  /** The numbers with single spaces between them. */
  static String format(double... values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(format(value));
    }
    return text.toString();
  }
}
