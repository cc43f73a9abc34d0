package org.ophiura.app.study;

import java.util.Locale;
import org.ophiura.app.statistics.Estimate;
import org.ophiura.app.statistics.Interval;

/** Writes figures for people, and for files. */
final class Numbers {
  private static final double FEWER_DECIMALS = 100;
  private static final double NO_DECIMALS = 1000;

  private Numbers() {}

  /** A number with so many decimals, of large ones fewer. */
  static String plain(double value, int decimals) {
    if (Double.isNaN(value)) {
      return "-";
    }
    double size = Math.abs(value);
    int shown = size < FEWER_DECIMALS ? decimals : size < NO_DECIMALS ? 1 : 0;
    return String.format(Locale.ROOT, "%." + shown + "f", value);
  }

  static String interval(Interval interval, int decimals) {
    return "[" + plain(interval.low(), decimals) + ", " + plain(interval.high(), decimals) + "]";
  }

  /** The interval, or a dash. */
  static String interval(Estimate estimate, int decimals) {
    return estimate.interval().map(known -> interval(known, decimals)).orElse("-");
  }

  /** A cell of a CSV file: what is not known is empty. */
  static Object cell(double value) {
    return Double.isNaN(value) ? "" : value;
  }

  static Object low(Estimate estimate) {
    return estimate.interval().<Object>map(Interval::low).orElse("");
  }

  static Object high(Estimate estimate) {
    return estimate.interval().<Object>map(Interval::high).orElse("");
  }
}
