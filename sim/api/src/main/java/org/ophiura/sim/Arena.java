package org.ophiura.sim;

/**
 * The rectangular ground that a robot moves on, its middle at the world's origin.
 *
 * @param halfSizeXMetres from the middle to the walls along x
 * @param halfSizeYMetres from the middle to the walls along y
 * @param sand whether the ground is sand, over which light can vary
 */
public record Arena(double halfSizeXMetres, double halfSizeYMetres, boolean sand) {

  /** Whether a point lies within the walls. */
  public boolean contains(double x, double y) {
    return Math.abs(x) <= halfSizeXMetres && Math.abs(y) <= halfSizeYMetres;
  }
}
