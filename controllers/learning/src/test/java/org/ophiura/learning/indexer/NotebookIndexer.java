package org.ophiura.learning.indexer;

/**
 * The state indexer of the first Q-learning notebook, line by line, for comparison: {@code
 * bin_edges = arange(-5a, 6a, 2a)} with {@code a = pi / 5}, {@code digitize(angle, bin_edges) - 1},
 * then a table from bins to arms.
 */
final class NotebookIndexer {
  private static final double[] BIN_EDGES = {
    -Math.PI, -3 * Math.PI / 5, -Math.PI / 5, Math.PI / 5, 3 * Math.PI / 5, Math.PI
  };
  static final int[] ARM_OF_BIN = {3, 4, 0, 1, 2};

  private NotebookIndexer() {}

  /** Number of edges that are not above the angle, less one: NumPy's digitize, right = False. */
  static int bin(double directionX, double directionY, double yawRadians) {
    double angle = Math.atan2(directionY, directionX) - yawRadians;
    int edges = 0;
    for (double edge : BIN_EDGES) {
      if (edge <= angle) {
        edges++;
      }
    }
    return edges - 1;
  }

  /** Looks a bin up as JAX does: -1 is the last, and what lies beyond the end is the last too. */
  static int armAsInJax(int bin) {
    return ARM_OF_BIN[bin < 0 || bin >= ARM_OF_BIN.length ? ARM_OF_BIN.length - 1 : bin];
  }
}
