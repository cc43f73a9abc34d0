package org.ophiura.app.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ophiura.app.plot.canvas.Axis;
import org.ophiura.app.plot.canvas.Canvas;
import org.ophiura.app.plot.canvas.Figure;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.Panel;
import org.ophiura.app.plot.canvas.Pen;
import org.ophiura.app.plot.canvas.Text;
import org.ophiura.app.recording.Samples;
import org.ophiura.app.recording.Signals;

/** Joint targets against joint positions: a row for each arm, a column for each segment. */
final class JointsPlot implements Figure {
  private static final int LEFT = 88;
  private static final int TOP = 92;
  private static final int ALL_COLUMNS = 1080;
  private static final int GAP = 14;
  private static final int ROW = 110;
  private static final int ROW_GAP = 16;
  private static final int MOST_SEGMENTS = 4;

  private final RunData run;
  private final Signals signals;
  private final TimeWindow window;
  private final List<ArmRow> rows;
  private final int[] arms;
  private final int[] segments;
  private final int allSegments;

  JointsPlot(RunData run, Signals signals) {
    this.run = run;
    this.signals = signals;
    window = new TimeWindow(signals);
    rows = signals.joints().stream().map(name -> ArmRow.of(name).orElseThrow()).toList();
    arms = rows.stream().mapToInt(ArmRow::arm).distinct().sorted().toArray();
    allSegments = rows.stream().mapToInt(ArmRow::segment).max().orElse(0) + 1;
    int shown = Math.min(allSegments, MOST_SEGMENTS);
    segments =
        IntStream.range(0, shown)
            .map(i -> shown == 1 ? 0 : Math.round((float) i * (allSegments - 1) / (shown - 1)))
            .toArray();
  }

  /** Whether there are joints with targets. */
  static boolean fits(Signals signals) {
    return signals.rows() > 1
        && !signals.joints().isEmpty()
        && signals.joints().stream().allMatch(name -> ArmRow.of(name).isPresent());
  }

  @Override
  public String title() {
    return run.title() + ": joint targets and positions" + window.inWords();
  }

  private int columnWidth() {
    return (ALL_COLUMNS - (segments.length - 1) * GAP) / segments.length;
  }

  @Override
  public int width() {
    return LEFT + ALL_COLUMNS + 20;
  }

  @Override
  public int height() {
    return TOP + arms.length * (ROW + ROW_GAP) + 40;
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title(), 20, 24, Text.PLAIN.sized(15).strong());
    drawLegend(canvas);
    double[] range =
        Axis.range(DoubleStream.concat(all(signals.targets()), all(signals.positions())));
    for (int i = 0; i < arms.length; i++) {
      for (int k = 0; k < segments.length; k++) {
        draw(canvas, range, i, k);
      }
    }
  }

  private DoubleStream all(Samples samples) {
    return IntStream.range(0, samples.width())
        .boxed()
        .flatMapToDouble(column -> Arrays.stream(window.values(samples, column)));
  }

  private void drawLegend(Canvas canvas) {
    Panel.legend(
        canvas,
        width() - 20,
        48,
        List.of(
            new Panel.Entry("in-plane", Pen.of(Ink.BLUE, 1.6), false),
            new Panel.Entry("out-of-plane", Pen.of(Ink.VERMILION, 1.6), false),
            new Panel.Entry("target", new Pen(Ink.BLACK, 1.2, true), false),
            new Panel.Entry("position", Pen.of(Ink.BLACK, 1.6), false)));
    canvas.text(
        "angle (rad); rms: of position - target, in-plane / out-of-plane"
            + (segments.length < allSegments
                ? "; " + segments.length + " of " + allSegments + " segments"
                : ""),
        20,
        48,
        Text.PLAIN.in(Ink.GREY));
  }

  private void draw(Canvas canvas, double[] range, int i, int k) {
    Panel.Box box =
        new Panel.Box(
            LEFT + k * (columnWidth() + GAP), TOP + i * (ROW + ROW_GAP), columnWidth(), ROW);
    Panel panel = new Panel(canvas, box, window.range(), range);
    boolean last = i == arms.length - 1;
    panel.gridX(last).gridY(k == 0);
    List<String> errors = new ArrayList<>();
    for (int joint = 0; joint < rows.size(); joint++) {
      ArmRow row = rows.get(joint);
      if (row.arm() == arms[i] && row.segment() == segments[k]) {
        Ink ink = row.inPlane() ? Ink.BLUE : Ink.VERMILION;
        double[] wanted = window.values(signals.targets(), joint);
        double[] is = window.values(signals.positions(), joint);
        wanted[0] = Double.NaN; // Before the first tick nothing is wanted.
        panel.line(window.seconds(), is, Pen.of(ink.withOpacity(0.55), 2));
        panel.line(window.seconds(), wanted, new Pen(ink, 1.1, true));
        errors.add(String.format(Locale.ROOT, "%.2f", rootMeanSquare(wanted, is)));
      }
    }
    panel.frame();
    if (i == 0) {
      canvas.text("segment " + segments[k], box.left(), TOP - 9, Text.PLAIN.strong());
    }
    if (!errors.isEmpty()) {
      String text = "rms " + String.join(" / ", errors);
      canvas.box(box.left() + 1, box.top() + 1, 92, 15, Ink.WHITE.withOpacity(0.8));
      canvas.text(text, box.left() + 5, box.top() + 12, Text.PLAIN.sized(10).in(Ink.GREY));
    }
    if (k == 0) {
      canvas.text("arm " + arms[i], 20, box.top() + ROW / 2.0 + 4, Text.PLAIN.strong());
    }
    if (last) {
      panel.labelX("time (s)");
    }
  }

  /** Of the rows where both are known; NaN without any. */
  static double rootMeanSquare(double[] wanted, double[] is) {
    return Math.sqrt(
        IntStream.range(0, is.length)
            .mapToDouble(i -> (is[i] - wanted[i]) * (is[i] - wanted[i]))
            .filter(Double::isFinite)
            .average()
            .orElse(Double.NaN));
  }
}
