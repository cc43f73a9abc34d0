package org.ophiura.learning.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Adam (Kingma and Ba 2015), algorithm 1, for rows of parameters. Allocates at construction. */
final class Adam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double learningRate;
  private final double[][] mean;
  private final double[][] square;
  private long steps;

  Adam(int rows, int columns, double learningRate) {
    this.learningRate = learningRate;
    mean = new double[rows][columns];
    square = new double[rows][columns];
  }

  /**
   * Takes a step.
   *
   * @param parameters Modified.
   * @param gradient Not modified.
   */
  void step(double[][] parameters, double[][] gradient) {
    steps++;
    double meanCorrection = 1 - Math.pow(BETA_1, (double) steps);
    double squareCorrection = 1 - Math.pow(BETA_2, (double) steps);
    for (int row = 0; row < mean.length; row++) {
      step(
          mean[row], square[row], parameters[row], gradient[row], meanCorrection, squareCorrection);
    }
  }

  private void step(
      double[] means,
      double[] squares,
      double[] parameters,
      double[] gradient,
      double meanCorrection,
      double squareCorrection) {
    double rate = learningRate;
    for (int i = 0; i < means.length; i++) {
      double g = gradient[i];
      double m = BETA_1 * means[i] + (1 - BETA_1) * g;
      double v = BETA_2 * squares[i] + (1 - BETA_2) * g * g;
      means[i] = m;
      squares[i] = v;
      parameters[i] -= rate * (m / meanCorrection) / (Math.sqrt(v / squareCorrection) + EPSILON);
    }
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    for (int row = 0; row < mean.length; row++) {
      for (int i = 0; i < mean[row].length; i++) {
        out.writeDouble(mean[row][i]);
        out.writeDouble(square[row][i]);
      }
    }
  }

  void load(DataInput in) throws IOException {
    steps = in.readLong();
    for (int row = 0; row < mean.length; row++) {
      for (int i = 0; i < mean[row].length; i++) {
        mean[row][i] = in.readDouble();
        square[row][i] = in.readDouble();
      }
    }
  }
}
