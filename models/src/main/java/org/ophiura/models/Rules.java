package org.ophiura.models;

/** Checks the settings of the records; every message names the setting, the rule and the value. */
final class Rules {
  /** Below this, every whole double is exact and its decimal is short enough to read. */
  private static final double GREATEST_WHOLE_NUMBER_SHOWN = 1e15;

  private Rules() {}

  static void positive(String setting, double value, String unit) {
    require(value > 0 && Double.isFinite(value), setting, "> 0 and finite", value, unit);
  }

  static void notNegative(String setting, double value, String unit) {
    require(value >= 0 && Double.isFinite(value), setting, ">= 0 and finite", value, unit);
  }

  static void finite(String setting, double value, String unit) {
    require(Double.isFinite(value), setting, "finite", value, unit);
  }

  static void require(boolean kept, String setting, String rule, double value, String unit) {
    if (!kept) {
      throw new IllegalArgumentException(
          "%s must be %s (%s), got %s".formatted(setting, rule, unit, number(value)));
    }
  }

  static void atLeast(String setting, int minimum, int value) {
    if (value < minimum) {
      throw new IllegalArgumentException(
          "%s must be >= %d, got %d".formatted(setting, minimum, value));
    }
  }

  static void atMost(String setting, int maximum, int value) {
    if (value > maximum) {
      throw new IllegalArgumentException(
          "%s must be <= %d, got %d".formatted(setting, maximum, value));
    }
  }

  /** Whole numbers without a decimal point, as people write them in settings. */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < GREATEST_WHOLE_NUMBER_SHOWN
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
