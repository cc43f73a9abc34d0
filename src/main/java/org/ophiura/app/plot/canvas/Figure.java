package org.ophiura.app.plot.canvas;

/** A plot that can be drawn. */
public interface Figure {
  /** What it shows, in a few words. */
  String title();

  /** Pixels. */
  int width();

  /** Pixels. */
  int height();

  /** Draws it. */
  void draw(Canvas canvas);
}
