package org.ophiura.sim.classic.pixels;

import java.util.Arrays;

/**
 * The last pictures, from which one can see what moves. After a reset all are the first
 * (Gymnasium's FrameStackObservation). Allocates at construction only.
 */
final class PictureStack {
  private final double[][] pictures;
  private final int pixels;
  private int newest;

  /** Makes a stack of black pictures. */
  PictureStack(int size, int pixels) {
    this.pixels = pixels;
    pictures = new double[size][pixels];
  }

  /** The picture that is seen next, in place of the oldest: black, to be drawn. */
  double[] turn() {
    newest = (newest + 1) % pictures.length;
    Arrays.fill(pictures[newest], 0);
    return pictures[newest];
  }

  /** Makes all pictures the newest. */
  void fill() {
    for (double[] picture : pictures) {
      System.arraycopy(pictures[newest], 0, picture, 0, pixels);
    }
  }

  /** The picture that is seen now. Not to be modified. */
  double[] newest() {
    return pictures[newest];
  }

  /**
   * Copies all, the oldest first.
   *
   * @param out Modified.
   */
  void copyTo(double[] out) {
    for (int i = 0; i < pictures.length; i++) {
      int next = (newest + 1 + i) % pictures.length;
      System.arraycopy(pictures[next], 0, out, i * pixels, pixels);
    }
  }
}
