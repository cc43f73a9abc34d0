package org.ophiura.sim.classic.cartpole;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.Locale;

/** A cart on its rail, seen from the side. */
final class CartPoleLook {
  static final int WIDTH = 600;
  static final int HEIGHT = 300;
  private static final double SCALE = 110; // pixels per m
  private static final double RAIL = 230; // pixels from the top
  private static final Color AIR = new Color(0xF7F7F4);
  private static final Color METAL = new Color(0x8A9299);
  private static final Color STOP = new Color(0xC8372D);
  private static final Color CART = new Color(0x2F4858);
  private static final Color POLE = new Color(0xC98B4B);
  private static final Color AXLE = new Color(0xF2F2F2);
  private static final int TEXT_COLUMNS = 49;
  private static final int TEXT_ROWS = 5;

  private CartPoleLook() {}

  /**
   * Paints it.
   *
   * @param position of the cart, m
   * @param angle of the pole from upright, rad, to the right
   * @param limit of the position, m
   * @param poleLength m
   */
  static void paint(
      Graphics2D graphics, double position, double angle, double limit, double poleLength) {
    graphics.setColor(AIR);
    graphics.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT));
    graphics.setColor(METAL);
    graphics.setStroke(new BasicStroke(3));
    graphics.draw(new Line2D.Double(0, RAIL, WIDTH, RAIL));
    graphics.setColor(STOP);
    for (int side = -1; side <= 1; side += 2) {
      double x = WIDTH / 2.0 + side * limit * SCALE;
      graphics.draw(new Line2D.Double(x, RAIL - 14, x, RAIL + 14));
    }
    double x = WIDTH / 2.0 + position * SCALE;
    graphics.setColor(CART);
    graphics.fill(new RoundRectangle2D.Double(x - 36, RAIL - 34, 72, 30, 10, 10));
    graphics.fill(new Ellipse2D.Double(x - 28, RAIL - 10, 18, 18));
    graphics.fill(new Ellipse2D.Double(x + 10, RAIL - 10, 18, 18));
    double length = poleLength * SCALE;
    double y = RAIL - 34;
    graphics.setColor(POLE);
    graphics.setStroke(new BasicStroke(11, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(
        new Line2D.Double(x, y, x + length * Math.sin(angle), y - length * Math.cos(angle)));
    graphics.setColor(AXLE);
    graphics.fill(new Ellipse2D.Double(x - 4, y - 4, 8, 8));
  }

  /** The same in characters: the cart is a T, the pole is made of *. */
  static String text(double position, double angle, double limit) {
    char[][] rows = new char[TEXT_ROWS + 1][TEXT_COLUMNS];
    for (char[] row : rows) {
      Arrays.fill(row, ' ');
    }
    Arrays.fill(rows[TEXT_ROWS], '-');
    double middle = (TEXT_COLUMNS - 1) / 2.0;
    double column = middle + position / limit * middle;
    for (int up = 1; up <= TEXT_ROWS; up++) {
      // Characters are about twice as high as wide.
      put(rows[TEXT_ROWS - up], column + 2 * up * Math.tan(angle), '*');
    }
    put(rows[TEXT_ROWS], column, 'T');
    StringBuilder text = new StringBuilder();
    for (char[] row : rows) {
      text.append('|').append(row).append("|\n");
    }
    return text
        + String.format(
            Locale.ROOT, "cart %+.3f m, pole %+.2f degrees", position, Math.toDegrees(angle));
  }

  private static void put(char[] row, double column, char letter) {
    int at = (int) Math.round(column);
    if (at >= 0 && at < row.length) {
      row[at] = letter;
    }
  }
}
