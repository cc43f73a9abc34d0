package org.ophiura.app.plot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ophiura.app.plot.canvas.Canvas;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.Pen;
import org.ophiura.app.plot.canvas.Text;

/**
 * Colours of values.
 *
 * @param low the darkest
 * @param high the lightest
 */
record ColorScale(double low, double high) {
  private static final int STEPS = 50;

  /** The scale of a table. Not modified. */
  static ColorScale of(List<double[]> table) {
    double[] all = table.stream().flatMapToDouble(Arrays::stream).toArray();
    double low = Arrays.stream(all).filter(Double::isFinite).min().orElse(0);
    return new ColorScale(low, Math.max(greatest(all), low));
  }

  /** The greatest of some values; 0 of none. */
  static double greatest(double[] values) {
    return Arrays.stream(values).filter(Double::isFinite).max().orElse(0);
  }

  /** The colour of a value; of equal values that in the middle. */
  Ink ink(double value) {
    return high > low ? Ink.ofShare((value - low) / (high - low)) : Ink.ofShare(0.5);
  }

  /** Draws a bar with the values at its ends. */
  void draw(Canvas canvas, double x, double y, double width, String label) {
    for (int i = 0; i < STEPS; i++) {
      double part = width / STEPS;
      canvas.box(x + i * part, y, part, 10, Ink.ofShare((i + 0.5) / STEPS));
    }
    canvas.frame(x, y, width, 10, Pen.of(Ink.GREY, 0.6));
    Text text = Text.PLAIN.sized(11);
    canvas.text(format(low), x - 6, y + 9, text.at(Text.Anchor.END));
    canvas.text(format(high), x + width + 6, y + 9, text);
    canvas.text(label, x + width / 2, y - 5, text.at(Text.Anchor.MIDDLE));
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
