package org.ophiura.learning.network;

/** What a hidden layer does with each of its sums. */
public enum Activation {
  /** max(0, x). */
  RELU {
    @Override
    double apply(double sum) {
      return Math.max(0, sum);
    }

    @Override
    double slope(double output) {
      return output > 0 ? 1 : 0;
    }
  },
  /** The hyperbolic tangent. */
  TANH {
    @Override
    double apply(double sum) {
      return Math.tanh(sum);
    }

    @Override
    double slope(double output) {
      return 1 - output * output;
    }
  };

  abstract double apply(double sum);

  /** The derivative, from the value of the function there. */
  abstract double slope(double output);
}
