package org.ophiura.app.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

/** Phases, amplitudes and outputs of the pattern generator: a row for each arm. */
final class CpgPlot implements Figure {
  private static final int LEFT = 88;
  private static final int TOP = 92;
  private static final int WIDTH = 330;
  private static final int GAP = 52;
  private static final int ROW = 96;
  private static final int ROW_GAP = 16;

  private final RunData run;
  private final Signals signals;
  private final TimeWindow window;
  private final List<ArmRow> rows;
  private final int[] arms;
  private final int segments;

  CpgPlot(RunData run, Signals signals) {
    this.run = run;
    this.signals = signals;
    window = new TimeWindow(signals);
    rows = signals.oscillators().stream().map(name -> ArmRow.of(name).orElseThrow()).toList();
    arms = rows.stream().mapToInt(ArmRow::arm).distinct().sorted().toArray();
    segments = rows.stream().mapToInt(ArmRow::segment).max().orElse(0) + 1;
  }

  /** Whether there is a pattern generator. */
  static boolean fits(Signals signals) {
    return signals.rows() > 1
        && !signals.oscillators().isEmpty()
        && signals.oscillators().stream().allMatch(name -> ArmRow.of(name).isPresent());
  }

  @Override
  public String title() {
    return run.title() + ": central pattern generator" + window.inWords();
  }

  @Override
  public int width() {
    return LEFT + 3 * WIDTH + 2 * GAP + 20;
  }

  @Override
  public int height() {
    return TOP + arms.length * (ROW + ROW_GAP) + 40;
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title(), 20, 24, Text.PLAIN.sized(15).strong());
    drawLegend(canvas);
    drawColumn(canvas, 0, "phase (rad, wrapped)", signals.phases(), true);
    drawColumn(canvas, 1, "amplitude (rad)", signals.amplitudes(), false);
    drawColumn(canvas, 2, "output (rad)", signals.outputs(), false);
  }

  private void drawLegend(Canvas canvas) {
    String more = segments > 1 ? " (lighter: farther from the disk)" : "";
    Panel.legend(
        canvas,
        width() - 20,
        48,
        List.of(
            new Panel.Entry("in-plane" + more, Pen.of(Ink.BLUE, 1.6), false),
            new Panel.Entry("out-of-plane", Pen.of(Ink.VERMILION, 1.6), false)));
    double place = 20;
    canvas.text("strip: leading arm", place, 48, Text.PLAIN);
    place += 118;
    for (int arm : arms) {
      canvas.box(place, 39, 12, 10, Ink.ofSeries(arm));
      canvas.text(Integer.toString(arm), place + 17, 48, Text.PLAIN);
      place += 38;
    }
  }

  private void drawColumn(
      Canvas canvas, int column, String label, Samples samples, boolean wrapped) {
    List<double[]> values = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      double[] raw = window.values(samples, i);
      values.add(wrapped ? wrap(raw) : raw);
    }
    double[] range =
        wrapped
            ? new double[] {-Math.PI, Math.PI}
            : Axis.range(values.stream().flatMapToDouble(Arrays::stream));
    for (int i = 0; i < arms.length; i++) {
      int arm = arms[i];
      Panel.Box box =
          new Panel.Box(LEFT + column * (WIDTH + GAP), TOP + i * (ROW + ROW_GAP), WIDTH, ROW);
      Panel panel = new Panel(canvas, box, window.range(), range);
      boolean last = i == arms.length - 1;
      panel.gridX(last).gridY(true);
      IntStream.range(0, rows.size())
          .filter(k -> rows.get(k).arm() == arm)
          .forEach(k -> panel.line(window.seconds(), values.get(k), pen(rows.get(k))));
      panel.frame();
      if (i == 0) {
        canvas.text(label, box.left(), TOP - 16, Text.PLAIN.strong());
        window.drawLeader(canvas, panel, TOP - 9, 6);
      }
      if (column == 0) {
        canvas.text("arm " + arm, 20, box.top() + ROW / 2.0 + 4, Text.PLAIN.strong().in(Ink.BLACK));
      }
      if (last) {
        panel.labelX("time (s)");
      }
    }
  }

  private Pen pen(ArmRow row) {
    Ink ink = row.inPlane() ? Ink.BLUE : Ink.VERMILION;
    return Pen.of(ink.withOpacity(1 - 0.75 * row.segment() / segments), row.inPlane() ? 2.4 : 1.2);
  }

  /** Into [-pi, pi), with a gap where it jumps. */
  static double[] wrap(double[] phases) {
    double[] wrapped = new double[phases.length];
    for (int i = 0; i < phases.length; i++) {
      wrapped[i] = phases[i] - 2 * Math.PI * Math.floor((phases[i] + Math.PI) / (2 * Math.PI));
    }
    for (int i = phases.length - 1; i > 0; i--) {
      if (Math.abs(wrapped[i] - wrapped[i - 1]) > Math.PI) {
        wrapped[i] = Double.NaN;
      }
    }
    return wrapped;
  }
}
