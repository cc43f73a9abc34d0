package org.ophiura.app.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import org.ophiura.app.plot.canvas.Axis;
import org.ophiura.app.plot.canvas.Canvas;
import org.ophiura.app.plot.canvas.Figure;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.Panel;
import org.ophiura.app.plot.canvas.Pen;
import org.ophiura.app.plot.canvas.Text;
import org.ophiura.app.recording.Samples;
import org.ophiura.app.recording.Signals;
import org.ophiura.app.trial.EpisodeResult;

/** The way of the disk in the recorded episode from above, coloured by the arm that leads. */
final class PathPlot implements Figure {
  private static final double LEFT = 70;
  private static final double TOP = 70;
  private static final double LONGEST = 700;
  private static final double SHORTEST = 220;
  private static final double LEAST_SPAN_METRES = 0.1;
  private static final double MARGIN = 0.06;
  private static final int MARKS = 10;

  private final RunData run;
  private final Signals signals;
  private final double[] rangeX;
  private final double[] rangeY;
  private final double pixelsPerMetre;

  PathPlot(RunData run, Signals signals) {
    this.run = run;
    this.signals = signals;
    rangeX = range(0);
    rangeY = range(1);
    double spanX = rangeX[1] - rangeX[0];
    double spanY = rangeY[1] - rangeY[0];
    pixelsPerMetre = LONGEST / Math.max(spanX, spanY);
    widen(rangeX, SHORTEST / pixelsPerMetre);
    widen(rangeY, SHORTEST / pixelsPerMetre);
  }

  /** Whether there is a path. */
  static boolean fits(Signals signals) {
    return signals.disk().width() > 0 && signals.rows() > 1;
  }

  private double[] range(int axis) {
    DoubleStream all =
        DoubleStream.concat(
            values(signals.disk(), axis),
            signals.target().width() > 0 ? values(signals.target(), axis) : DoubleStream.empty());
    double[] finite = all.filter(Double::isFinite).toArray();
    double low = DoubleStream.of(finite).min().orElse(0);
    double high = DoubleStream.of(finite).max().orElse(0);
    double room = MARGIN * Math.max(high - low, LEAST_SPAN_METRES);
    double[] range = {low - room, high + room};
    widen(range, LEAST_SPAN_METRES);
    return range;
  }

  private static DoubleStream values(Samples samples, int axis) {
    return java.util.stream.IntStream.range(0, samples.rows())
        .mapToDouble(row -> samples.get(row, axis));
  }

  private static void widen(double[] range, double span) {
    double missing = span - (range[1] - range[0]);
    if (missing > 0) {
      range[0] -= missing / 2;
      range[1] += missing / 2;
    }
  }

  @Override
  public String title() {
    EpisodeResult first = run.episodes().evaluation().episodes().get(0);
    String end =
        !run.hasAim() ? "" : first.succeeded() ? ", target reached" : ", target not reached";
    return String.format(
        Locale.ROOT, "%s: path of the disk, %.2f s%s", run.title(), first.seconds(), end);
  }

  @Override
  public int width() {
    return (int) Math.max(560, LEFT + pixelsPerMetre * (rangeX[1] - rangeX[0]) + 30);
  }

  @Override
  public int height() {
    return (int) (TOP + pixelsPerMetre * (rangeY[1] - rangeY[0]) + 50);
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title(), 20, 24, Text.PLAIN.sized(15).strong());
    Panel.Box box =
        new Panel.Box(
            LEFT,
            TOP,
            pixelsPerMetre * (rangeX[1] - rangeX[0]),
            pixelsPerMetre * (rangeY[1] - rangeY[0]));
    Panel panel = new Panel(canvas, box, rangeX, rangeY);
    panel.gridX(true).gridY(true).labelX("x (m, world)").labelY("y (m, world)");
    drawPath(panel);
    drawMarks(panel);
    drawTargets(canvas, panel);
    drawStart(canvas, panel);
    panel.frame();
    drawLegend(canvas);
  }

  /** A piece for each time that an arm leads. */
  private void drawPath(Panel panel) {
    int first = 0;
    for (int row = 1; row < signals.rows(); row++) {
      boolean ends =
          row + 1 == signals.rows()
              || signals.leader().get(row + 1, 0) != signals.leader().get(row, 0);
      if (ends) {
        double[] x = new double[row - first + 1];
        double[] y = new double[row - first + 1];
        for (int i = first; i <= row; i++) {
          x[i - first] = signals.disk().get(i, 0);
          y[i - first] = signals.disk().get(i, 1);
        }
        panel.line(x, y, Pen.of(Ink.ofSeries((int) signals.leader().get(row, 0)), 3));
        first = row;
      }
    }
  }

  /** A dot at each full second, or each few of them in a long episode. */
  private void drawMarks(Panel panel) {
    double seconds = markSeconds();
    for (int mark = 1; ; mark++) {
      int row = (int) Math.round(mark * seconds / signals.periodSeconds());
      if (row >= signals.rows()) {
        return;
      }
      double[] x = {signals.disk().get(row, 0)};
      double[] y = {signals.disk().get(row, 1)};
      panel.points(x, y, 3.4, Ink.WHITE);
      panel.points(x, y, 2.4, Ink.BLACK);
    }
  }

  private double markSeconds() {
    double length = Math.max(signals.seconds(signals.rows() - 1), signals.periodSeconds());
    List<Double> ticks = new Axis(0, length, 0, 1).ticks(MARKS);
    return ticks.size() > 1 ? ticks.get(1) : length;
  }

  private void drawTargets(Canvas canvas, Panel panel) {
    if (signals.target().width() == 0) {
      return;
    }
    List<double[]> places = new ArrayList<>();
    for (int row = 0; row < signals.rows(); row++) {
      double[] place = {signals.target().get(row, 0), signals.target().get(row, 1)};
      boolean moved =
          places.isEmpty()
              || Math.hypot(
                      place[0] - places.get(places.size() - 1)[0],
                      place[1] - places.get(places.size() - 1)[1])
                  > 0.01;
      if (moved && Double.isFinite(place[0])) {
        places.add(place);
      }
    }
    for (int i = 0; i < places.size(); i++) {
      double x = panel.x().at(places.get(i)[0]);
      double y = panel.y().at(places.get(i)[1]);
      drawTarget(canvas, x, y);
      if (places.size() > 1 && places.size() <= 12) {
        canvas.text(Integer.toString(i + 1), x + 12, y - 8, Text.PLAIN.strong());
      }
    }
  }

  private static void drawTarget(Canvas canvas, double x, double y) {
    Pen pen = Pen.of(Ink.VERMILION, 2.4);
    canvas.line(x - 9, y, x + 9, y, pen);
    canvas.line(x, y - 9, x, y + 9, pen);
    ring(canvas, x, y, 6, pen);
  }

  private static void ring(Canvas canvas, double x, double y, double radius, Pen pen) {
    int corners = 24;
    double[] px = new double[corners + 1];
    double[] py = new double[corners + 1];
    for (int i = 0; i <= corners; i++) {
      px[i] = x + radius * Math.cos(2 * Math.PI * i / corners);
      py[i] = y + radius * Math.sin(2 * Math.PI * i / corners);
    }
    canvas.line(px, py, pen);
  }

  private void drawStart(Canvas canvas, Panel panel) {
    double x = panel.x().at(signals.disk().get(0, 0));
    double y = panel.y().at(signals.disk().get(0, 1));
    canvas.disk(x, y, 6, Ink.WHITE);
    ring(canvas, x, y, 6, Pen.of(Ink.BLACK, 2));
  }

  private void drawLegend(Canvas canvas) {
    TreeSet<Integer> arms = new TreeSet<>();
    for (int row = 1; row < signals.rows(); row++) {
      arms.add((int) signals.leader().get(row, 0));
    }
    double place = 20;
    canvas.text(arms.equals(java.util.Set.of(-1)) ? "" : "leading arm:", place, 48, Text.PLAIN);
    place += 84;
    for (int arm : arms) {
      if (arm >= 0) {
        canvas.line(place, 44, place + 18, 44, Pen.of(Ink.ofSeries(arm), 4));
        canvas.text(Integer.toString(arm), place + 24, 48, Text.PLAIN);
        place += 48;
      }
    }
    ring(canvas, place + 14, 44, 5, Pen.of(Ink.BLACK, 2));
    canvas.text("start", place + 25, 48, Text.PLAIN);
    place += 68;
    if (signals.target().width() > 0) {
      drawTarget(canvas, place + 9, 44);
      canvas.text("target", place + 24, 48, Text.PLAIN);
      place += 76;
    }
    canvas.disk(place + 5, 44, 2.4, Ink.BLACK);
    canvas.text(
        "each " + (markSeconds() == 1 ? "second" : trimmed(markSeconds()) + " s"),
        place + 14,
        48,
        Text.PLAIN);
  }

  private static String trimmed(double seconds) {
    return seconds == Math.rint(seconds)
        ? Integer.toString((int) seconds)
        : String.format(Locale.ROOT, "%.1f", seconds);
  }
}
