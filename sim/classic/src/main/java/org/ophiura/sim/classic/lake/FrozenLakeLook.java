package org.ophiura.sim.classic.lake;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.ophiura.sim.classic.Look;

/** A lake from above: ice, holes of open water, a flag at the goal, and who walks there. */
final class FrozenLakeLook implements Look {
  private static final int LARGEST_FIELD = 96;
  private static final int LARGEST_PICTURE = 640;
  private static final Color ICE = new Color(0xDCEBF5);
  private static final Color EDGE = new Color(0xB4CCDC);
  private static final Color WATER = new Color(0x1F5D8C);
  private static final Color DEEP = new Color(0x123F63);
  private static final Color START = new Color(0xF3E6C4);
  private static final Color GOAL = new Color(0xCFE8C9);
  private static final Color POLE = new Color(0x5B4636);
  private static final Color FLAG = new Color(0xC8372D);
  private static final Color COAT = new Color(0xD9822B);
  private static final Color FACE = new Color(0x2B2B2B);

  private final FrozenLakeMap map;
  private final int field;

  FrozenLakeLook(FrozenLakeMap map) {
    this.map = map;
    int longest = Math.max(map.columns(), map.rows().size());
    field = Math.max(8, Math.min(LARGEST_FIELD, LARGEST_PICTURE / longest) / 2 * 2);
  }

  @Override
  public int width() {
    return map.columns() * field;
  }

  @Override
  public int height() {
    return map.rows().size() * field;
  }

  @Override
  public void paint(int state, Graphics2D graphics) {
    for (int i = 0; i < map.size(); i++) {
      ground(graphics, i);
    }
    walker(graphics, state);
  }

  private double left(int state) {
    return (state % map.columns()) * (double) field;
  }

  private double top(int state) {
    int row = state / map.columns();
    return row * (double) field;
  }

  private void ground(Graphics2D graphics, int state) {
    double x = left(state);
    double y = top(state);
    graphics.setColor(
        switch (map.letter(state)) {
          case 'S' -> START;
          case 'G' -> GOAL;
          default -> ICE;
        });
    graphics.fill(new Rectangle2D.Double(x, y, field, field));
    graphics.setColor(EDGE);
    graphics.setStroke(new BasicStroke((float) Math.max(1, field / 48.0)));
    graphics.draw(new Rectangle2D.Double(x, y, field, field));
    if (map.letter(state) == 'H') {
      graphics.setColor(WATER);
      graphics.fill(disk(x + 0.5 * field, y + 0.5 * field, 0.38 * field));
      graphics.setColor(DEEP);
      graphics.fill(disk(x + 0.52 * field, y + 0.54 * field, 0.28 * field));
    } else if (map.letter(state) == 'G') {
      flag(graphics, x, y);
    }
  }

  private void flag(Graphics2D graphics, double x, double y) {
    graphics.setColor(POLE);
    graphics.setStroke(
        new BasicStroke(0.06f * field, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(
        new Line2D.Double(x + 0.3 * field, y + 0.18 * field, x + 0.3 * field, y + 0.85 * field));
    graphics.setColor(FLAG);
    Path2D cloth = new Path2D.Double();
    cloth.moveTo(x + 0.33 * field, y + 0.18 * field);
    cloth.lineTo(x + 0.82 * field, y + 0.33 * field);
    cloth.lineTo(x + 0.33 * field, y + 0.5 * field);
    cloth.closePath();
    graphics.fill(cloth);
  }

  /** On ice a body with a head; in a hole the head alone. */
  private void walker(Graphics2D graphics, int state) {
    double x = left(state) + 0.5 * field;
    double y = top(state) + 0.5 * field;
    boolean sunk = map.letter(state) == 'H';
    if (!sunk) {
      graphics.setColor(COAT);
      Path2D coat = new Path2D.Double();
      coat.moveTo(x, y - 0.1 * field);
      coat.lineTo(x + 0.22 * field, y + 0.34 * field);
      coat.lineTo(x - 0.22 * field, y + 0.34 * field);
      coat.closePath();
      graphics.fill(coat);
    }
    graphics.setColor(FACE);
    graphics.fill(disk(x, y - (sunk ? 0 : 0.16 * field), 0.13 * field));
  }

  private static Ellipse2D disk(double x, double y, double radius) {
    return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
  }

  /** The map with the walker's field in brackets. */
  @Override
  public String text(int state) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < map.size(); i++) {
      boolean here = i == state;
      text.append(here ? '[' : ' ').append(map.letter(i)).append(here ? ']' : ' ');
      if (i % map.columns() == map.columns() - 1) {
        text.append('\n');
      }
    }
    return text.toString();
  }
}
