package org.ophiura.learning.deep;

import org.ophiura.learning.network.Network;

/**
 * A network read as action values. A dueling one gives the worth V of the state and an advantage A
 * for each action: Q(a) = V + A(a) - mean A (Wang et al. 2016, equation 9).
 */
final class QNetwork {
  private final Network network;
  private final boolean dueling;
  private final int actions;
  private final double[] raw;

  /** Reads {@code network} for batches of up to {@code rows}. */
  QNetwork(Network network, boolean dueling, int rows) {
    this.network = network;
    this.dueling = dueling;
    actions = network.outputs() - (dueling ? 1 : 0);
    raw = new double[rows * network.outputs()];
  }

  static int outputs(int actions, boolean dueling) {
    return actions + (dueling ? 1 : 0);
  }

  Network network() {
    return network;
  }

  /**
   * Computes the values of a batch.
   *
   * @param out {@code rows * actions} numbers. Modified.
   */
  void compute(int rows, double[] in, double[] out) {
    if (!dueling) {
      network.compute(rows, in, out);
      return;
    }
    network.compute(rows, in, raw);
    for (int row = 0; row < rows; row++) {
      int start = row * (actions + 1);
      double mean = 0;
      for (int action = 0; action < actions; action++) {
        mean += raw[start + action] / actions;
      }
      for (int action = 0; action < actions; action++) {
        out[row * actions + action] = raw[start + actions] + raw[start + action] - mean;
      }
    }
  }

  /** Takes a step that lessens the loss whose gradient by the values of the last batch is given. */
  void improve(int rows, double[] gradient) {
    if (!dueling) {
      network.improve(gradient);
      return;
    }
    for (int row = 0; row < rows; row++) {
      int start = row * (actions + 1);
      double sum = 0;
      for (int action = 0; action < actions; action++) {
        sum += gradient[row * actions + action];
      }
      for (int action = 0; action < actions; action++) {
        raw[start + action] = gradient[row * actions + action] - sum / actions;
      }
      raw[start + actions] = sum;
    }
    network.improve(raw);
  }
}
