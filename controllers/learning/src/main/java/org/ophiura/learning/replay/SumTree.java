package org.ophiura.learning.replay;

import java.util.Arrays;

/** Weights of which one is drawn in proportion to it, in logarithmic time. */
final class SumTree {
  private final int leaves;
  private final double[] sums;

  SumTree(int size) {
    leaves = Math.max(1, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
    sums = new double[2 * leaves];
  }

  void set(int index, double weight) {
    int node = leaves + index;
    sums[node] = weight;
    for (node >>= 1; node >= 1; node >>= 1) {
      sums[node] = sums[2 * node] + sums[2 * node + 1];
    }
  }

  double get(int index) {
    return sums[leaves + index];
  }

  double total() {
    return sums[1];
  }

  /** The index at which the running sum of weights exceeds {@code mass}. */
  int find(double mass) {
    int node = 1;
    double left = mass;
    while (node < leaves) {
      node *= 2;
      if (left >= sums[node] && sums[node + 1] > 0) {
        left -= sums[node];
        node++;
      }
    }
    return node - leaves;
  }

  void clear() {
    Arrays.fill(sums, 0);
  }
}
