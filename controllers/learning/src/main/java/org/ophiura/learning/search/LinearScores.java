package org.ophiura.learning.search;

/**
 * Weighed sums of an observation, one for each action but the first, whose sum is 0: the greatest
 * wins, the last of equals. With two actions: action 1 where w.x >= 0, as in source notebook 003.
 */
final class LinearScores {
  private LinearScores() {}

  /** Number of weights. */
  static int count(int dimension, int actions) {
    return dimension * (actions - 1);
  }

  /**
   * Chooses. Allocates nothing.
   *
   * @param weights those of action 1, then those of action 2, and so on. Not modified.
   * @param seen observation. Not modified.
   */
  static int best(double[] weights, double[] seen, int dimension) {
    int chosen = 0;
    double greatest = 0;
    for (int row = 0; row < weights.length / dimension; row++) {
      double value = 0;
      for (int i = 0; i < dimension; i++) {
        value += weights[row * dimension + i] * seen[i];
      }
      if (value >= greatest) {
        greatest = value;
        chosen = row + 1;
      }
    }
    return chosen;
  }
}
