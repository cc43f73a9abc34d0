package org.ophiura.app.task.light;

import java.util.random.RandomGenerator;

/**
 * Gradient noise in the plane: smooth, 0 at the points of a unit lattice, and in [-1, 1]. The
 * gradients are unit vectors of random directions, blended with the quintic of Perlin 2002
 * ("Improving noise", doi 10.1145/566654.566636), times the square root of 2. Immutable.
 */
final class PerlinNoise {
  /** The greatest value of gradient noise with unit gradients in two dimensions is sqrt(1/2). */
  private static final double SCALE = Math.sqrt(2);

  private final int cells;
  private final double[] gradientX;
  private final double[] gradientY;

  /**
   * Draws noise over a square.
   *
   * @param cells lattice cells to a side, at least 1
   * @param random draws the (cells + 1)^2 gradients
   */
  PerlinNoise(int cells, RandomGenerator random) {
    this.cells = cells;
    int points = (cells + 1) * (cells + 1);
    gradientX = new double[points];
    gradientY = new double[points];
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      gradientX[i] = StrictMath.cos(angle);
      gradientY[i] = StrictMath.sin(angle);
    }
  }

  /** The noise at a point; both coordinates in [0, cells]. */
  double at(double x, double y) {
    int column = Math.min((int) x, cells - 1);
    int row = Math.min((int) y, cells - 1);
    double u = x - column;
    double v = y - row;
    double blendX = fade(u);
    double south = mix(ramp(column, row, u, v), ramp(column + 1, row, u - 1, v), blendX);
    double north =
        mix(ramp(column, row + 1, u, v - 1), ramp(column + 1, row + 1, u - 1, v - 1), blendX);
    return SCALE * mix(south, north, fade(v));
  }

  private double ramp(int column, int row, double x, double y) {
    int point = row * (cells + 1) + column;
    return gradientX[point] * x + gradientY[point] * y;
  }

  private static double fade(double t) {
    return t * t * t * (t * (6 * t - 15) + 10);
  }

  private static double mix(double a, double b, double share) {
    return a + share * (b - a);
  }
}
