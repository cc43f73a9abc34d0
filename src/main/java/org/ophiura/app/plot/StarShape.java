package org.ophiura.app.plot;

import java.util.Locale;
import org.ophiura.app.plot.canvas.Canvas;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.Pen;
import org.ophiura.app.plot.canvas.Text;

/**
 * A robot from above in its own frame, with arm 0 to the top and the others counter-clockwise, each
 * arm coloured by a value.
 *
 * @param x middle, in pixels
 * @param y middle, in pixels
 * @param radius from the middle to the tips
 */
record StarShape(double x, double y, double radius) {
  private static final double DISK = 0.24;
  private static final double ROOT = 0.15;
  private static final double TIP = 0.05;

  /** Draws the arms; the best have an outline. {@code values} is not modified. */
  void draw(Canvas canvas, double[] values, ColorScale colors, boolean numbers) {
    double best = ColorScale.greatest(values);
    for (int arm = 0; arm < values.length; arm++) {
      double angle = angle(arm, values.length);
      double[] along = {DISK * 0.8, 1, 1, DISK * 0.8};
      double[] across = {ROOT, TIP, -TIP, -ROOT};
      double[] px = new double[5];
      double[] py = new double[5];
      for (int i = 0; i < 5; i++) {
        px[i] = x + radius * (along[i % 4] * Math.cos(angle) - across[i % 4] * Math.sin(angle));
        py[i] = y - radius * (along[i % 4] * Math.sin(angle) + across[i % 4] * Math.cos(angle));
      }
      canvas.area(px, py, colors.ink(values[arm]));
      boolean leads = values[arm] == best;
      canvas.line(px, py, Pen.of(leads ? Ink.BLACK : Ink.GREY, leads ? 2.4 : 0.6));
    }
    canvas.disk(x, y, radius * DISK, Ink.GREY);
    if (numbers) {
      for (int arm = 0; arm < values.length; arm++) {
        name(canvas, arm, values);
      }
    }
  }

  private void name(Canvas canvas, int arm, double[] values) {
    double angle = angle(arm, values.length);
    boolean leads = values[arm] == ColorScale.greatest(values);
    Text number = Text.PLAIN.sized(11).at(Text.Anchor.MIDDLE);
    String value = String.format(Locale.ROOT, "%.3f", values[arm]);
    double nameX = x + (radius + 26) * Math.cos(angle);
    double nameY = y - (radius + 18) * Math.sin(angle) - 2;
    canvas.text("arm " + arm, nameX, nameY, number.in(Ink.GREY));
    canvas.text(value, nameX, nameY + 13, leads ? number.strong() : number);
  }

  /** An arrow outside of the tips that shows where the target is. */
  void pointAt(Canvas canvas, double arm, int arms, double distance) {
    double angle = Math.PI / 2 + 2 * Math.PI * arm / arms;
    double from = radius + distance;
    double[] along = {from, from + 9, from};
    double[] across = {-6, 0, 6};
    double[] px = new double[3];
    double[] py = new double[3];
    for (int i = 0; i < 3; i++) {
      px[i] = x + along[i] * Math.cos(angle) - across[i] * Math.sin(angle);
      py[i] = y - along[i] * Math.sin(angle) - across[i] * Math.cos(angle);
    }
    canvas.area(px, py, Ink.VERMILION);
  }

  private static double angle(int arm, int arms) {
    return Math.PI / 2 + 2 * Math.PI * arm / arms;
  }
}
