package org.ophiura.sim.environment;

/** An environment that can be seen. Pictures are of the state after the last step or reset. */
public interface Pictured {

  /** Width of its pictures in pixels, even; never changes. */
  int pictureWidth();

  /** Height of its pictures in pixels, even; never changes. */
  int pictureHeight();

  /** Pictures in a second of a film, for one step each. */
  double stepsPerSecond();

  /**
   * Draws it.
   *
   * @param rgb one number 0xRRGGBB for each pixel, row by row from the top left. Modified.
   */
  void picture(int[] rgb);
}
