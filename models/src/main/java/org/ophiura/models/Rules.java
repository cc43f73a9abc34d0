package org.ophiura.models;

/** Checks the settings of the records; every message names the setting, the rule and the value. */
final class Rules {
  private Rules() {}

  static void positive(String setting, double value, String unit) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be > 0 and finite (%s), got %s".formatted(setting, unit, value));
    }
  }

  static void notNegative(String setting, double value, String unit) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s must be >= 0 and finite (%s), got %s".formatted(setting, unit, value));
    }
  }

  static void finite(String setting, double value, String unit) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s must be finite (%s), got %s".formatted(setting, unit, value));
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
}
