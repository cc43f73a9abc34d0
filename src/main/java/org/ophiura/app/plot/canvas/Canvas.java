package org.ophiura.app.plot.canvas;

/** A page to draw on; x to the right and y down, in pixels. Later strokes cover earlier ones. */
public interface Canvas {

  /** Draws a line through points. The arrays are not modified. */
  void line(double[] x, double[] y, Pen pen);

  /** Fills the area that a line around it encloses. The arrays are not modified. */
  void area(double[] x, double[] y, Ink ink);

  /** Fills a circle. */
  void disk(double x, double y, double radius, Ink ink);

  /** Writes a text on a line through a place. */
  void text(String text, double x, double y, Text style);

  /** Draws a straight line. */
  default void line(double x1, double y1, double x2, double y2, Pen pen) {
    line(new double[] {x1, x2}, new double[] {y1, y2}, pen);
  }

  /** Fills a rectangle. */
  default void box(double x, double y, double width, double height, Ink ink) {
    area(
        new double[] {x, x + width, x + width, x},
        new double[] {y, y, y + height, y + height},
        ink);
  }

  /** Draws the outline of a rectangle. */
  default void frame(double x, double y, double width, double height, Pen pen) {
    line(
        new double[] {x, x + width, x + width, x, x},
        new double[] {y, y, y + height, y + height, y},
        pen);
  }
}
