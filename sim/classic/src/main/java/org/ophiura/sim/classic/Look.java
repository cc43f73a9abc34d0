package org.ophiura.sim.classic;

import java.awt.Graphics2D;

/** How a problem with numbered states looks. Keeps nothing. */
public interface Look {

  /** Width of its pictures in pixels, even. */
  int width();

  /** Height of its pictures in pixels, even. */
  int height();

  /**
   * Paints a state on a surface of that size.
   *
   * @param graphics Modified.
   */
  void paint(int state, Graphics2D graphics);

  /** A state as a few lines of text. */
  String text(int state);
}
