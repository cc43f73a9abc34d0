package org.ophiura.app.plot;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.ophiura.app.plot.canvas.Canvas;
import org.ophiura.app.plot.canvas.Figure;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.Pen;
import org.ophiura.app.plot.canvas.Text;

/**
 * The learned values as a picture: on the robot for each direction where states are arms, on the
 * ground where they are cells, else as a table in colour.
 */
final class QTablePlot implements Figure {
  private static final Pattern CELL = Pattern.compile("cell-(\\d+)-(\\d+)");
  private static final int TOP = 92;
  private static final int STAR = 236;
  private static final int CELL_PIXELS = 92;
  private static final int TABLE_LEFT = 170;
  private static final int TABLE_ROW = 34;
  private static final int TABLE_COLUMN = 118;
  private static final int MOST_ROWS = 60;
  private static final int MOST_NUMBERS = 12;

  private final RunData run;
  private final RunData.Values values;
  private final Layout layout;
  private final ColorScale colors;

  private enum Layout {
    DIRECTIONS,
    CELLS,
    TABLE
  }

  QTablePlot(RunData run, RunData.Values values) {
    this.run = run;
    this.values = values;
    colors = ColorScale.of(values.table());
    layout = layout();
  }

  private Layout layout() {
    if (!actionsAreArms(values)) {
      return Layout.TABLE;
    }
    boolean directions =
        IntStream.range(0, values.states().size())
                .allMatch(state -> values.states().get(state).equals("arm-" + state))
            && values.states().size() == values.actions().size();
    if (directions && values.states().size() <= 10) {
      return Layout.DIRECTIONS;
    }
    return values.states().stream().allMatch(name -> CELL.matcher(name).matches())
            && columns() <= 12
            && rows() <= 12
        ? Layout.CELLS
        : Layout.TABLE;
  }

  private static boolean actionsAreArms(RunData.Values values) {
    return values.actions().size() <= 10
        && IntStream.range(0, values.actions().size())
            .allMatch(arm -> values.actions().get(arm).equals("arm " + arm + " leads"));
  }

  private Optional<int[]> cell(int state) {
    Matcher cell = CELL.matcher(values.states().get(state));
    return cell.matches()
        ? Optional.of(new int[] {Integer.parseInt(cell.group(1)), Integer.parseInt(cell.group(2))})
        : Optional.empty();
  }

  private int columns() {
    return extent(0);
  }

  private int rows() {
    return extent(1);
  }

  private int extent(int axis) {
    return IntStream.range(0, values.states().size())
            .map(state -> cell(state).map(place -> place[axis]).orElse(0))
            .max()
            .orElse(0)
        + 1;
  }

  private int tableRows() {
    return Math.min(values.states().size(), MOST_ROWS);
  }

  private double rowHeight() {
    return tableRows() <= MOST_NUMBERS ? TABLE_ROW : 14;
  }

  @Override
  public String title() {
    return run.title()
        + ": learned values Q(state, action)"
        + (layout == Layout.TABLE && tableRows() < values.states().size()
            ? ", the first " + tableRows() + " of " + values.states().size() + " states"
            : "");
  }

  @Override
  public int width() {
    return switch (layout) {
      case DIRECTIONS -> Math.max(700, 40 + STAR * Math.min(values.states().size(), 5));
      case CELLS -> Math.max(640, 100 + CELL_PIXELS * columns());
      case TABLE -> Math.max(640, TABLE_LEFT + TABLE_COLUMN * values.actions().size() + 20);
    };
  }

  @Override
  public int height() {
    return switch (layout) {
      case DIRECTIONS -> TOP + ((values.states().size() + 4) / 5) * (STAR + 30);
      case CELLS -> TOP + CELL_PIXELS * rows() + 60;
      case TABLE -> (int) (TOP + 20 + rowHeight() * tableRows() + 24);
    };
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title(), 20, 24, Text.PLAIN.sized(15).strong());
    colors.draw(canvas, width() - 230, 48, 150, "value");
    switch (layout) {
      case DIRECTIONS -> drawDirections(canvas);
      case CELLS -> drawCells(canvas);
      case TABLE -> drawTable(canvas);
    }
  }

  private static void note(Canvas canvas, List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      canvas.text(lines.get(i), 20, 48 + 16 * i, Text.PLAIN.in(Ink.GREY));
    }
  }

  private void drawDirections(Canvas canvas) {
    note(
        canvas,
        List.of(
            "Each star: one state, by the arm that is where the triangle points.",
            "Each arm: the value of letting it lead; outlined: the best."));
    int states = values.states().size();
    for (int state = 0; state < states; state++) {
      double x = 20 + STAR / 2.0 + state % 5 * STAR;
      double y = TOP + 148 + state / 5 * (STAR + 30);
      canvas.text(
          values.states().get(state),
          x,
          TOP + 10 + state / 5 * (STAR + 30),
          Text.PLAIN.strong().at(Text.Anchor.MIDDLE));
      StarShape star = new StarShape(x, y, 62);
      star.draw(canvas, values.table().get(state), colors, true);
      star.pointAt(canvas, state, states, 50);
    }
  }

  private void drawCells(Canvas canvas) {
    note(
        canvas,
        List.of(
            "Each star: a cell of the ground under the disk; arm 0 upwards.",
            "Each arm: the value of letting it lead; outlined: the best."));
    double left = 70;
    double bottom = TOP + CELL_PIXELS * rows();
    for (int state = 0; state < values.states().size(); state++) {
      int[] place = cell(state).orElseThrow();
      double x = left + place[0] * CELL_PIXELS;
      double y = bottom - (place[1] + 1) * CELL_PIXELS;
      canvas.frame(x, y, CELL_PIXELS, CELL_PIXELS, Pen.of(Ink.PALE, 1));
      double[] row = values.table().get(state);
      if (isKnown(row)) {
        new StarShape(x + CELL_PIXELS / 2.0, y + CELL_PIXELS / 2.0 + 3, CELL_PIXELS * 0.42)
            .draw(canvas, row, colors, false);
      } else {
        canvas.text(
            "all equal",
            x + CELL_PIXELS / 2.0,
            y + CELL_PIXELS / 2.0 + 4,
            Text.PLAIN.sized(11).in(Ink.GREY).at(Text.Anchor.MIDDLE));
      }
    }
    Text number = Text.PLAIN.sized(11).in(Ink.GREY).at(Text.Anchor.MIDDLE);
    for (int column = 0; column < columns(); column++) {
      canvas.text("" + column, left + (column + 0.5) * CELL_PIXELS, bottom + 16, number);
    }
    for (int row = 0; row < rows(); row++) {
      canvas.text("" + row, left - 12, bottom - (row + 0.5) * CELL_PIXELS + 4, number);
    }
    Text label = Text.PLAIN.at(Text.Anchor.MIDDLE);
    canvas.text("cell along x", left + columns() * CELL_PIXELS / 2.0, bottom + 36, label);
    canvas.text("cell along y", left - 34, (TOP + bottom) / 2, label.turned());
  }

  /** Whether one action is better than another. */
  private static boolean isKnown(double[] row) {
    for (double value : row) {
      if (value != row[0]) {
        return true;
      }
    }
    return false;
  }

  private void drawTable(Canvas canvas) {
    note(canvas, List.of("Each row: a state; outlined: its best action."));
    double height = rowHeight();
    double top = TOP + 20;
    Text name = Text.PLAIN.sized(Math.min(12, height - 2));
    for (int action = 0; action < values.actions().size(); action++) {
      canvas.text(
          values.actions().get(action),
          TABLE_LEFT + (action + 0.5) * TABLE_COLUMN,
          top - 8,
          Text.PLAIN.at(Text.Anchor.MIDDLE));
    }
    for (int state = 0; state < tableRows(); state++) {
      double y = top + state * height;
      canvas.text(
          values.states().get(state), TABLE_LEFT - 8, y + height / 2 + 4, name.at(Text.Anchor.END));
      for (int action = 0; action < values.actions().size(); action++) {
        double value = values.table().get(state)[action];
        Ink ink = colors.ink(value);
        double x = TABLE_LEFT + action * TABLE_COLUMN;
        canvas.box(x, y, TABLE_COLUMN, height, ink);
        canvas.text(
            String.format(Locale.ROOT, "%.3f", value),
            x + TABLE_COLUMN / 2.0,
            y + height / 2 + 4,
            name.in(ink.legible()).at(Text.Anchor.MIDDLE));
      }
    }
    for (int state = 0; state < tableRows(); state++) {
      double[] row = values.table().get(state);
      for (int action = 0; action < row.length; action++) {
        if (isKnown(row) && row[action] == ColorScale.greatest(row)) {
          double x = TABLE_LEFT + action * TABLE_COLUMN + 1.5;
          double y = top + state * height + 1.5;
          canvas.frame(x, y, TABLE_COLUMN - 3, height - 3, Pen.of(Ink.WHITE, 3.5));
          canvas.frame(x, y, TABLE_COLUMN - 3, height - 3, Pen.of(Ink.BLACK, 2));
        }
      }
    }
  }
}
