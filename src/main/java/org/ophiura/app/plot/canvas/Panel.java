package org.ophiura.app.plot.canvas;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A frame with two axes that data is drawn in. */
public final class Panel {
  private static final Text TICK = Text.PLAIN.sized(11).in(Ink.GREY);
  private static final Text LABEL = Text.PLAIN.sized(12);
  private static final double PIXELS_PER_TICK_X = 70;
  private static final double PIXELS_PER_TICK_Y = 22;
  private static final double FLAT = 0.3; // Pixels.

  private final Canvas canvas;
  private final Box place;
  private final Axis x;
  private final Axis y;

  /**
   * Where a panel is, in pixels.
   *
   * @param left left edge
   * @param top upper edge
   * @param width of the frame
   * @param height of the frame
   */
  public record Box(double left, double top, double width, double height) {}

  /**
   * Prepares a panel.
   *
   * @param rangeX low and high. Not modified.
   * @param rangeY low and high. Not modified.
   */
  public Panel(Canvas canvas, Box place, double[] rangeX, double[] rangeY) {
    this.canvas = canvas;
    this.place = place;
    x = new Axis(rangeX[0], rangeX[1], place.left(), place.left() + place.width());
    y = new Axis(rangeY[0], rangeY[1], place.top() + place.height(), place.top());
  }

  /** Along the page. */
  public Axis x() {
    return x;
  }

  /** Up the page. */
  public Axis y() {
    return y;
  }

  /** Draws grid lines and numbers along the page. */
  public Panel gridX(boolean numbers) {
    int most = Math.max(2, (int) (place.width() / PIXELS_PER_TICK_X));
    double bottom = place.top() + place.height();
    for (double tick : x.ticks(most)) {
      canvas.line(x.at(tick), place.top(), x.at(tick), bottom, Pen.of(Ink.PALE, 1));
      if (numbers) {
        canvas.text(x.label(tick, most), x.at(tick), bottom + 16, TICK.at(Text.Anchor.MIDDLE));
      }
    }
    return this;
  }

  /** Draws grid lines and numbers up the page. */
  public Panel gridY(boolean numbers) {
    int most = Math.max(2, (int) (place.height() / PIXELS_PER_TICK_Y));
    double right = place.left() + place.width();
    for (double tick : y.ticks(most)) {
      canvas.line(place.left(), y.at(tick), right, y.at(tick), Pen.of(Ink.PALE, 1));
      if (numbers) {
        canvas.text(
            y.label(tick, most), place.left() - 6, y.at(tick) + 4, TICK.at(Text.Anchor.END));
      }
    }
    return this;
  }

  /** Draws the frame, over what is in it. */
  public Panel frame() {
    canvas.frame(place.left(), place.top(), place.width(), place.height(), Pen.of(Ink.GREY, 0.8));
    return this;
  }

  /** Writes what is along the page. */
  public Panel labelX(String text) {
    canvas.text(
        text,
        place.left() + place.width() / 2,
        place.top() + place.height() + 34,
        LABEL.at(Text.Anchor.MIDDLE));
    return this;
  }

  /** Writes what is up the page. */
  public Panel labelY(String text) {
    canvas.text(
        text,
        place.left() - 46,
        place.top() + place.height() / 2,
        LABEL.at(Text.Anchor.MIDDLE).turned());
    return this;
  }

  /** Writes what the panel shows, above it. */
  public Panel title(String text) {
    canvas.text(text, place.left(), place.top() - 7, LABEL.strong());
    return this;
  }

  /**
   * Draws a line through points, in pieces where one of them is not a number. Points that a
   * straight line between others passes are left out. The arrays are not modified.
   */
  public void line(double[] valuesX, double[] valuesY, Pen pen) {
    double[] px = x.at(valuesX);
    double[] py = y.at(valuesY);
    int first = 0;
    for (int i = 0; i <= px.length; i++) {
      if (i == px.length || !Double.isFinite(px[i]) || !Double.isFinite(py[i])) {
        piece(Arrays.copyOfRange(px, first, i), Arrays.copyOfRange(py, first, i), pen);
        first = i + 1;
      }
    }
  }

  private void piece(double[] px, double[] py, Pen pen) {
    if (px.length == 1) {
      canvas.disk(px[0], py[0], pen.width(), pen.ink());
    } else if (px.length > 1) {
      boolean[] kept = new boolean[px.length];
      kept[0] = true;
      kept[px.length - 1] = true;
      keepCorners(px, py, 0, px.length - 1, kept);
      int[] corners = IntStream.range(0, px.length).filter(i -> kept[i]).toArray();
      canvas.line(
          IntStream.of(corners).mapToDouble(i -> px[i]).toArray(),
          IntStream.of(corners).mapToDouble(i -> py[i]).toArray(),
          pen);
    }
  }

  /** Ramer 1972, Douglas and Peucker 1973: keeps what is farther than {@link #FLAT} from a line. */
  private static void keepCorners(double[] px, double[] py, int first, int last, boolean[] kept) {
    double length = Math.hypot(px[last] - px[first], py[last] - py[first]);
    double farthest = FLAT;
    int corner = -1;
    for (int i = first + 1; i < last; i++) {
      double dx = px[i] - px[first];
      double dy = py[i] - py[first];
      double distance =
          length == 0
              ? Math.hypot(dx, dy)
              : Math.abs(dx * (py[last] - py[first]) - dy * (px[last] - px[first])) / length;
      if (distance > farthest) {
        farthest = distance;
        corner = i;
      }
    }
    if (corner >= 0) {
      kept[corner] = true;
      keepCorners(px, py, first, corner, kept);
      keepCorners(px, py, corner, last, kept);
    }
  }

  /** Draws points; those that are not numbers are left out. The arrays are not modified. */
  public void points(double[] valuesX, double[] valuesY, double radius, Ink ink) {
    for (int i = 0; i < valuesX.length; i++) {
      if (Double.isFinite(valuesX[i]) && Double.isFinite(valuesY[i])) {
        canvas.disk(x.at(valuesX[i]), y.at(valuesY[i]), radius, ink);
      }
    }
  }

  /** Fills the area between two lines. The arrays are not modified. */
  public void band(double[] valuesX, double[] low, double[] high, Ink ink) {
    int n = valuesX.length;
    double[] px = new double[2 * n];
    double[] py = new double[2 * n];
    for (int i = 0; i < n; i++) {
      px[i] = x.at(valuesX[i]);
      py[i] = y.at(low[i]);
      px[2 * n - 1 - i] = px[i];
      py[2 * n - 1 - i] = y.at(high[i]);
    }
    canvas.area(px, py, ink);
  }

  /**
   * An entry of a legend.
   *
   * @param label what it says
   * @param pen how its line is drawn
   * @param dot whether a point stands in the place of the line
   */
  public record Entry(String label, Pen pen, boolean dot) {}

  /**
   * Draws a legend in one line that ends at a place.
   *
   * @param right where it ends
   * @param baseline of its text
   */
  public static void legend(Canvas canvas, double right, double baseline, List<Entry> entries) {
    double place = right;
    for (int i = entries.size() - 1; i >= 0; i--) {
      Entry entry = entries.get(i);
      place -= LABEL.width(entry.label());
      canvas.text(entry.label(), place, baseline, LABEL);
      if (entry.dot()) {
        canvas.disk(place - 11, baseline - 4, Math.max(entry.pen().width(), 2), entry.pen().ink());
      } else {
        canvas.line(place - 24, baseline - 4, place - 6, baseline - 4, entry.pen());
      }
      place -= 40;
    }
  }
}
