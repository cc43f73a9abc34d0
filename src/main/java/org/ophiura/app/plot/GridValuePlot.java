package org.ophiura.app.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ophiura.app.plot.canvas.Canvas;
import org.ophiura.app.plot.canvas.Figure;
import org.ophiura.app.plot.canvas.Ink;
import org.ophiura.app.plot.canvas.Pen;
import org.ophiura.app.plot.canvas.Text;

/**
 * Learned values over the fields of a grid: in each field a triangle for each direction, coloured
 * by the value of going there, and an arrow along the best.
 */
final class GridValuePlot implements Figure {
  private static final Pattern FIELD = Pattern.compile("row (\\d+), column (\\d+), (\\w+)");
  private static final List<String> DIRECTIONS = List.of("left", "down", "right", "up");
  private static final double[] STEP_X = {-1, 0, 1, 0};
  private static final double[] STEP_Y = {0, 1, 0, -1};
  private static final int LEFT = 40;
  private static final int TOP = 84;
  private static final int LARGEST_FIELD = 120;
  private static final int LARGEST_GRID = 720;
  private static final int LEAST_WIDTH = 460;
  private static final int LEAST_FIELD_WITH_NUMBERS = 72;
  private static final Ink HOLE = new Ink(0x8FA9BC, 1);
  private static final Ink GOAL = new Ink(0xCFE8C9, 1);

  private final RunData run;
  private final RunData.Values values;
  private final ColorScale colors;
  private final List<Field> fields = new ArrayList<>();
  private final int rows;
  private final int columns;
  private final int field;

  private record Field(int row, int column, String kind) {
    boolean ends() {
      return kind.equals("hole") || kind.equals("goal");
    }
  }

  GridValuePlot(RunData run, RunData.Values values) {
    this.run = run;
    this.values = values;
    for (String state : values.states()) {
      Matcher name = FIELD.matcher(state);
      if (!name.matches()) {
        throw new IllegalArgumentException("not a field: " + state);
      }
      fields.add(
          new Field(
              Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)), name.group(3)));
    }
    rows = 1 + fields.stream().mapToInt(Field::row).max().orElse(0);
    columns = 1 + fields.stream().mapToInt(Field::column).max().orElse(0);
    field = Math.max(12, Math.min(LARGEST_FIELD, LARGEST_GRID / Math.max(rows, columns)));
    List<double[]> shown = new ArrayList<>();
    for (int state = 0; state < fields.size(); state++) {
      if (!fields.get(state).ends()) {
        shown.add(values.table().get(state));
      }
    }
    colors = ColorScale.of(shown);
  }

  /** Whether states are fields of a grid, and actions lead to their neighbours. */
  static boolean fits(RunData.Values values) {
    return values.actions().equals(DIRECTIONS)
        && values.states().stream().allMatch(state -> FIELD.matcher(state).matches());
  }

  @Override
  public String title() {
    return run.title() + ": action values over the grid";
  }

  @Override
  public int width() {
    return Math.max(LEAST_WIDTH, columns * field + 2 * LEFT);
  }

  @Override
  public int height() {
    return TOP + rows * field + 24;
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title(), LEFT, 24, Text.PLAIN.sized(15).strong());
    canvas.text("arrow: the best action", LEFT, 46, Text.PLAIN.in(Ink.GREY));
    colors.draw(canvas, width() - 200.0, 52, 120, "value");
    for (int state = 0; state < fields.size(); state++) {
      draw(canvas, fields.get(state), values.table().get(state));
    }
  }

  private void draw(Canvas canvas, Field at, double[] worth) {
    double x = LEFT + (double) at.column() * field;
    double y = TOP + (double) at.row() * field;
    double middleX = x + field / 2.0;
    double middleY = y + field / 2.0;
    if (at.ends()) {
      canvas.box(x, y, field, field, at.kind().equals("goal") ? GOAL : HOLE);
      if (field >= 40) {
        canvas.text(at.kind(), middleX, middleY + 4, Text.PLAIN.at(Text.Anchor.MIDDLE));
      }
    } else {
      for (int direction = 0; direction < worth.length; direction++) {
        triangle(canvas, middleX, middleY, direction, worth[direction]);
      }
      arrow(canvas, middleX, middleY, worth);
    }
    canvas.frame(x, y, field, field, Pen.of(Ink.WHITE, 2));
    if (at.kind().equals("start") && field >= 40) {
      canvas.frame(x + 2, y + 2, field - 4.0, field - 4.0, Pen.of(Ink.BLACK, 2));
    }
  }

  private void triangle(Canvas canvas, double x, double y, int direction, double value) {
    double half = field / 2.0;
    double alongX = STEP_X[direction];
    double alongY = STEP_Y[direction];
    Ink ink = colors.ink(value);
    canvas.area(
        new double[] {x, x + half * (alongX - alongY), x + half * (alongX + alongY)},
        new double[] {y, y + half * (alongY + alongX), y + half * (alongY - alongX)},
        ink);
    if (field >= LEAST_FIELD_WITH_NUMBERS) {
      canvas.text(
          String.format(Locale.ROOT, "%.2f", value),
          x + alongX * half * 0.66,
          y + alongY * half * 0.72 + 4,
          Text.PLAIN.sized(10).in(ink.legible()).at(Text.Anchor.MIDDLE));
    }
  }

  private void arrow(Canvas canvas, double x, double y, double[] worth) {
    double best = Arrays.stream(worth).max().orElse(0);
    double radius = field * 0.16;
    canvas.disk(x, y, radius, Ink.WHITE.withOpacity(0.9));
    for (int direction = 0; direction < worth.length; direction++) {
      if (worth[direction] == best && !allEqual(worth)) {
        double alongX = STEP_X[direction] * radius * 0.8;
        double alongY = STEP_Y[direction] * radius * 0.8;
        canvas.area(
            new double[] {x + alongX, x - alongX - alongY, x - alongX + alongY},
            new double[] {y + alongY, y - alongY + alongX, y - alongY - alongX},
            Ink.BLACK);
      }
    }
  }

  private static boolean allEqual(double[] worth) {
    return Arrays.stream(worth).allMatch(value -> value == worth[0]);
  }
}
