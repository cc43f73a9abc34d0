package org.ophiura.learning.network;

/** What a hidden layer does with each of its sums. */
public enum Activation {
  /** max(0, x). */
  RELU {
    @Override
    void apply(double[] sums, int count) {
      for (int i = 0; i < count; i++) {
        sums[i] = Math.max(0, sums[i]);
      }
    }

    /** 1 where the output is positive, however little, or 0: as products, for they are vectors. */
    @Override
    void timesSlope(double[] outputs, double[] gradient, int count) {
      for (int i = 0; i < count; i++) {
        gradient[i] *= Math.min(1, outputs[i] * 0x1p1023 * 0x1p51);
      }
    }
  },
  /** The hyperbolic tangent. */
  TANH {
    @Override
    void apply(double[] sums, int count) {
      for (int i = 0; i < count; i++) {
        sums[i] = Math.tanh(sums[i]);
      }
    }

    @Override
    void timesSlope(double[] outputs, double[] gradient, int count) {
      for (int i = 0; i < count; i++) {
        gradient[i] *= 1 - outputs[i] * outputs[i];
      }
    }
  };

  /**
   * Replaces sums by the function's values.
   *
   * @param sums Modified.
   */
  abstract void apply(double[] sums, int count);

  /**
   * Multiplies a gradient by the derivative.
   *
   * @param outputs values of the function where the derivative is wanted. Not modified.
   * @param gradient Modified.
   */
  abstract void timesSlope(double[] outputs, double[] gradient, int count);
}
