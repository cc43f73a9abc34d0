package org.ophiura.app.plot.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Where values are on a page, in one direction.
 *
 * @param low least value
 * @param high greatest value, above {@code low}
 * @param from pixel of the least value
 * @param to pixel of the greatest value
 */
public record Axis(double low, double high, double from, double to) {
  private static final double MARGIN = 0.05;

  /**
   * A range that holds values with some room around them.
   *
   * @param values NaN and infinite ones do not count; may be none
   * @return low and high
   */
  public static double[] range(DoubleStream values) {
    double[] finite = values.filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      return new double[] {0, 1};
    }
    double low = DoubleStream.of(finite).min().orElseThrow();
    double high = DoubleStream.of(finite).max().orElseThrow();
    double room = high - low > 1e-9 ? MARGIN * (high - low) : Math.max(0.5 * Math.abs(high), 0.1);
    return new double[] {low - room, high + room};
  }

  /** The pixel of a value. */
  public double at(double value) {
    return from + (value - low) / (high - low) * (to - from);
  }

  /** The pixels of values. The array is not modified. */
  public double[] at(double[] values) {
    return DoubleStream.of(values).map(this::at).toArray();
  }

  /** Round values on it, at most so many. */
  public List<Double> ticks(int most) {
    double step = step(most);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** A tick as text, with as many digits as its neighbours need. */
  public String label(double tick, int most) {
    int digits = (int) Math.max(0, -Math.floor(Math.log10(step(most)) + 1e-9));
    return digits > 6
        ? String.format(Locale.ROOT, "%.1e", tick)
        : String.format(Locale.ROOT, "%." + digits + "f", tick == 0 ? 0.0 : tick);
  }

  private double step(int most) {
    double rough = (high - low) / most;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= rough * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
