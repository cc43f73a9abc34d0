package org.ophiura.learning.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Adam (Kingma and Ba 2015), algorithm 1, for one array of parameters. Allocates at construction.
 */
final class Adam {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final double learningRate;
  private final double[] mean;
  private final double[] square;
  private long steps;

  Adam(int size, double learningRate) {
    this.learningRate = learningRate;
    mean = new double[size];
    square = new double[size];
  }

  /**
   * Takes a step.
   *
   * @param parameters Modified.
   * @param gradient Not modified.
   */
  void step(double[] parameters, double[] gradient) {
    steps++;
    double meanCorrection = 1 - Math.pow(BETA_1, (double) steps);
    double squareCorrection = 1 - Math.pow(BETA_2, (double) steps);
    for (int i = 0; i < mean.length; i++) {
      double g = gradient[i];
      mean[i] = BETA_1 * mean[i] + (1 - BETA_1) * g;
      square[i] = BETA_2 * square[i] + (1 - BETA_2) * g * g;
      parameters[i] -=
          learningRate
              * (mean[i] / meanCorrection)
              / (Math.sqrt(square[i] / squareCorrection) + EPSILON);
    }
  }

  void save(DataOutput out) throws IOException {
    out.writeLong(steps);
    for (int i = 0; i < mean.length; i++) {
      out.writeDouble(mean[i]);
      out.writeDouble(square[i]);
    }
  }

  void load(DataInput in) throws IOException {
    steps = in.readLong();
    for (int i = 0; i < mean.length; i++) {
      mean[i] = in.readDouble();
      square[i] = in.readDouble();
    }
  }
}
