package org.ophiura.app.plot.canvas;

/**
 * How a line is drawn.
 *
 * @param ink colour
 * @param width in pixels
 * @param dashed whether it is broken
 */
public record Pen(Ink ink, double width, boolean dashed) {
  /** An unbroken line. */
  public static Pen of(Ink ink, double width) {
    return new Pen(ink, width, false);
  }
}
