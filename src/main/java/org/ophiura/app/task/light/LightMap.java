package org.ophiura.app.task.light;

import java.util.random.RandomGenerator;
import org.ophiura.sim.Arena;

/**
 * The light on the ground of an arena, in [0, 1]: from 1 at the wall at -x (west) linearly to 0 at
 * the wall at +x, perhaps with noise that grows stronger on the way.
 *
 * <p>It is kept at {@value #NODES} x {@value #NODES} nodes, the outermost of them on the walls, and
 * bilinear between them; a point outside has the light of the nearest point inside. With noise of
 * {@code k} periods, the light of column {@code i} is multiplied by 1 + w n: n is Perlin noise with
 * a lattice point at each {@code 200 / k}-th node along x and y (so k divides 200), and w is 0 in
 * the first fifth of the columns and grows linearly from there to 1 in the last. Then the whole map
 * is mapped linearly onto [0, 1] from the least to the greatest light in it. All this is as in the
 * reference model (biorobot 0.4.2), which however takes the light of the nearest node.
 */
final class LightMap {
  /** Nodes along x, and along y. */
  static final int NODES = 200;

  /** Columns from the west that have no noise. */
  static final int STARTING_ZONE = NODES / 5;

  private final double halfSizeX;
  private final double halfSizeY;

  /** Row by row from the south (-y), each from the west. */
  private final double[] light = new double[NODES * NODES];

  /** Makes the map without noise. */
  LightMap(Arena arena) {
    halfSizeX = arena.halfSizeXMetres();
    halfSizeY = arena.halfSizeYMetres();
    for (int row = 0; row < NODES; row++) {
      for (int column = 0; column < NODES; column++) {
        light[row * NODES + column] = linear(column);
      }
    }
  }

  private static double linear(int column) {
    return (double) (NODES - 1 - column) / (NODES - 1);
  }

  /**
   * Draws the noise anew.
   *
   * @param periods divides {@link #NODES}
   */
  void draw(int periods, RandomGenerator random) {
    PerlinNoise noise = new PerlinNoise(periods, random);
    double least = Double.POSITIVE_INFINITY;
    double greatest = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < NODES; row++) {
      for (int column = 0; column < NODES; column++) {
        double weight =
            Math.max(0, (double) (column - STARTING_ZONE) / (NODES - 1 - STARTING_ZONE));
        double n = noise.at(lattice(column, periods), lattice(row, periods));
        double value = linear(column) * (1 + weight * n);
        light[row * NODES + column] = value;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    for (int i = 0; i < light.length; i++) {
      light[i] = (light[i] - least) / (greatest - least);
    }
  }

  private static double lattice(int node, int periods) {
    return (double) node * periods / NODES;
  }

  /** The light at a point of the ground; NaN where a coordinate is. Allocates nothing. */
  double at(double x, double y) {
    double u = node(x, halfSizeX);
    double v = node(y, halfSizeY);
    int column = Math.min((int) u, NODES - 2);
    int row = Math.min((int) v, NODES - 2);
    int corner = row * NODES + column;
    double east = u - column;
    double north = v - row;
    double southLight = light[corner] * (1 - east) + light[corner + 1] * east;
    double northLight = light[corner + NODES] * (1 - east) + light[corner + NODES + 1] * east;
    return southLight * (1 - north) + northLight * north;
  }

  /** A coordinate in node widths from the first node, within the map. */
  private static double node(double coordinate, double halfSize) {
    double widths = (coordinate + halfSize) / (2 * halfSize) * (NODES - 1);
    return Math.max(0, Math.min(NODES - 1, widths));
  }
}
