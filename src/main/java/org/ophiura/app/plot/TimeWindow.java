package org.ophiura.app.plot;

import java.util.Locale;
import org.ophiura.app.plot.canvas.Canvas;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.Panel;
import org.ophiura.app.recording.Samples;
import org.ophiura.app.recording.Signals;

/**
 * The part of the recorded episode that plots over time show: all of it, or its beginning where
 * oscillations would run into each other.
 */
final class TimeWindow {
  private static final double LONGEST_SECONDS = 20;

  private final Signals signals;
  private final int rows;

  TimeWindow(Signals signals) {
    this.signals = signals;
    int most = (int) Math.round(LONGEST_SECONDS / signals.periodSeconds()) + 1;
    rows = Math.min(signals.rows(), most);
  }

  /** From the start to the end, s. */
  double[] range() {
    return new double[] {0, Math.max(signals.seconds(rows - 1), signals.periodSeconds())};
  }

  /** The times of its rows. */
  double[] seconds() {
    double[] seconds = new double[rows];
    for (int row = 0; row < rows; row++) {
      seconds[row] = signals.seconds(row);
    }
    return seconds;
  }

  /** A column in these rows. */
  double[] values(Samples samples, int column) {
    double[] values = new double[rows];
    for (int row = 0; row < rows; row++) {
      values[row] = samples.get(row, column);
    }
    return values;
  }

  /** What to add to a title. */
  String inWords() {
    return rows < signals.rows()
        ? String.format(
            Locale.ROOT,
            ", the first %.0f of %.0f s",
            LONGEST_SECONDS,
            signals.seconds(signals.rows() - 1))
        : "";
  }

  /** Draws a strip that tells by colour which arm leads. */
  void drawLeader(Canvas canvas, Panel panel, double top, double height) {
    int first = 0;
    for (int row = 1; row <= rows; row++) {
      boolean ends = row == rows || signals.leader().get(row, 0) != signals.leader().get(first, 0);
      if (ends) {
        int arm = (int) signals.leader().get(first, 0);
        double left = panel.x().at(signals.seconds(first));
        double right = panel.x().at(signals.seconds(Math.min(row, rows - 1)));
        if (arm >= 0 && right > left) {
          canvas.box(left, top, right - left, height, Ink.ofSeries(arm));
        }
        first = row;
      }
    }
  }
}
