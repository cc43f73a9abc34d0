package org.ophiura.learning.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One layer, rows of a batch as rows of matrices: Y = f(X W + b). */
final class Layer {
  private final Optional<Activation> activation;
  private final Matrix weights;
  private final double[][] bias;
  private final Matrix weightGradient;
  private final Matrix biasGradient;
  private final Adam weightOptimiser;
  private final Adam biasOptimiser;
  private final Matrix output = new Matrix(1, 1);
  private final Matrix inputGradient = new Matrix(1, 1);
  private final Matrix ones = new Matrix(1, 1);

  /**
   * Makes a layer whose parameters are uniform in plus or minus 1 / sqrt(inputs), as those of
   * PyTorch's linear layers.
   *
   * @param activation none for the identity
   */
  Layer(
      int inputs,
      int outputs,
      Optional<Activation> activation,
      double learningRate,
      RandomGenerator random) {
    this(inputs, outputs, activation, learningRate);
    double halfWidth = 1 / Math.sqrt(inputs);
    for (int i = 0; i < parameterCount(); i++) {
      setParameter(i, random.nextDouble(-halfWidth, halfWidth));
    }
  }

  /** Makes a layer of zeros. */
  Layer(int inputs, int outputs, Optional<Activation> activation, double learningRate) {
    this.activation = activation;
    weights = new Matrix(inputs, outputs);
    bias = new double[1][outputs];
    weightGradient = new Matrix(inputs, outputs);
    biasGradient = new Matrix(1, outputs);
    weightOptimiser = new Adam(inputs, outputs, learningRate);
    biasOptimiser = new Adam(1, outputs, learningRate);
  }

  int inputs() {
    return weights.rows();
  }

  int outputs() {
    return weights.columns();
  }

  /** Computes the output for a batch; stays valid until the next call. */
  Matrix forward(Matrix input) {
    output.setToProduct(input, weights);
    if (output.hasRows()) {
      addBias(output.changeByRow(), output.rows());
    } else {
      addBias(output.changeByColumn());
    }
    return output;
  }

  private void addBias(double[][] rows, int count) {
    double[] shift = bias[0];
    for (int row = 0; row < count; row++) {
      double[] sums = rows[row];
      for (int i = 0; i < shift.length; i++) {
        sums[i] += shift[i];
      }
      activate(sums, shift.length);
    }
  }

  private void addBias(double[][] columns) {
    for (int column = 0; column < outputs(); column++) {
      double[] sums = columns[column];
      double shift = bias[0][column];
      for (int i = 0; i < output.rows(); i++) {
        sums[i] += shift;
      }
      activate(sums, output.rows());
    }
  }

  private void activate(double[] sums, int count) {
    if (activation.isPresent()) {
      activation.get().apply(sums, count);
    }
  }

  /**
   * Computes the gradients of the last batch.
   *
   * @param input of that batch
   * @param gradient of the loss by the output. Modified: becomes that by the sums.
   */
  void backward(Matrix input, Matrix gradient) {
    if (activation.isPresent()) {
      timesSlope(activation.get(), gradient);
    }
    weightGradient.setToTransposedProduct(input, gradient);
    if (ones.columns() != gradient.rows()) {
      ones.reshape(1, gradient.rows());
      Arrays.fill(ones.changeByRow()[0], 1);
    }
    biasGradient.setToProduct(ones, gradient);
  }

  /**
   * The gradient of the loss by the input, after {@link #backward}; stays valid until the next
   * call.
   *
   * @param gradient what that made of it
   */
  Matrix inputGradient(Matrix gradient) {
    inputGradient.setToProductTransposed(gradient, weights);
    return inputGradient;
  }

  private void timesSlope(Activation function, Matrix gradient) {
    boolean rows = gradient.hasRows();
    double[][] outputs = rows ? output.byRow() : output.byColumn();
    double[][] lines = rows ? gradient.changeByRow() : gradient.changeByColumn();
    int count = rows ? gradient.rows() : gradient.columns();
    int length = rows ? gradient.columns() : gradient.rows();
    for (int line = 0; line < count; line++) {
      function.timesSlope(outputs[line], lines[line], length);
    }
  }

  /** Moves the parameters by what {@link #backward} found. */
  void improve() {
    weightOptimiser.step(weights.changeByRow(), weightGradient.byRow());
    biasOptimiser.step(bias, biasGradient.byRow());
  }

  void copyFrom(Layer other) {
    weights.set(other.weights);
    System.arraycopy(other.bias[0], 0, bias[0], 0, outputs());
  }

  void saveParameters(DataOutput out) throws IOException {
    out.writeInt(inputs());
    out.writeInt(outputs());
    for (int i = 0; i < parameterCount(); i++) {
      out.writeDouble(parameter(i));
    }
  }

  void save(DataOutput out) throws IOException {
    saveParameters(out);
    weightOptimiser.save(out);
    biasOptimiser.save(out);
  }

  void loadParameters(DataInput in) throws IOException {
    int inputs = in.readInt();
    int outputs = in.readInt();
    if (inputs != inputs() || outputs != outputs()) {
      throw new IOException(
          "a layer must be "
              + inputs()
              + " by "
              + outputs()
              + ", the one that was saved is "
              + inputs
              + " by "
              + outputs);
    }
    for (int i = 0; i < parameterCount(); i++) {
      setParameter(i, in.readDouble());
    }
  }

  void load(DataInput in) throws IOException {
    loadParameters(in);
    weightOptimiser.load(in);
    biasOptimiser.load(in);
  }

  /** Parameters one after the other: weights, row by row, then bias. */
  int parameterCount() {
    return (inputs() + 1) * outputs();
  }

  double parameter(int index) {
    int row = index / outputs();
    return (row < inputs() ? weights.byRow()[row] : bias[0])[index % outputs()];
  }

  void setParameter(int index, double value) {
    int row = index / outputs();
    (row < inputs() ? weights.changeByRow()[row] : bias[0])[index % outputs()] = value;
  }

  double gradient(int index) {
    int row = index / outputs();
    return (row < inputs() ? weightGradient.byRow()[row] : biasGradient.byRow()[0])
        [index % outputs()];
  }
}
