package org.ophiura.learning.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * One layer, rows of a batch as rows of matrices: Y = f(X W + b). Matrices grow to the largest
 * batch that was seen, then nothing is allocated.
 */
final class Layer {
  private final Optional<Activation> activation;
  private final DMatrixRMaj weights;
  private final double[] bias;
  private final DMatrixRMaj weightGradient;
  private final double[] biasGradient;
  private final Adam weightOptimiser;
  private final Adam biasOptimiser;
  private final DMatrixRMaj output = new DMatrixRMaj(1, 1);
  private final DMatrixRMaj inputGradient = new DMatrixRMaj(1, 1);

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
    for (int i = 0; i < weights.getNumElements(); i++) {
      weights.set(i, random.nextDouble(-halfWidth, halfWidth));
    }
    for (int i = 0; i < bias.length; i++) {
      bias[i] = random.nextDouble(-halfWidth, halfWidth);
    }
  }

  /** Makes a layer of zeros. */
  Layer(int inputs, int outputs, Optional<Activation> activation, double learningRate) {
    this.activation = activation;
    weights = new DMatrixRMaj(inputs, outputs);
    bias = new double[outputs];
    weightGradient = new DMatrixRMaj(inputs, outputs);
    biasGradient = new double[outputs];
    weightOptimiser = new Adam(inputs * outputs, learningRate);
    biasOptimiser = new Adam(outputs, learningRate);
  }

  int inputs() {
    return weights.getNumRows();
  }

  int outputs() {
    return weights.getNumCols();
  }

  /** Computes the output for a batch; stays valid until the next call. */
  DMatrixRMaj forward(DMatrixRMaj input) {
    output.reshape(input.getNumRows(), outputs());
    CommonOps_DDRM.mult(input, weights, output);
    double[] values = output.data;
    int size = output.getNumElements();
    for (int i = 0, column = 0; i < size; i++, column++) {
      if (column == bias.length) {
        column = 0;
      }
      values[i] += bias[column];
    }
    if (activation.isPresent()) {
      Activation function = activation.get();
      for (int i = 0; i < size; i++) {
        values[i] = function.apply(values[i]);
      }
    }
    return output;
  }

  /**
   * Computes the gradients of the last batch.
   *
   * @param input of that batch
   * @param gradient of the loss by the output. Modified: becomes that by the sums.
   * @return the gradient of the loss by the input; stays valid until the next call
   */
  DMatrixRMaj backward(DMatrixRMaj input, DMatrixRMaj gradient) {
    int size = gradient.getNumElements();
    if (activation.isPresent()) {
      Activation function = activation.get();
      for (int i = 0; i < size; i++) {
        gradient.data[i] *= function.slope(output.data[i]);
      }
    }
    CommonOps_DDRM.multTransA(input, gradient, weightGradient);
    Arrays.fill(biasGradient, 0);
    for (int i = 0, column = 0; i < size; i++, column++) {
      if (column == bias.length) {
        column = 0;
      }
      biasGradient[column] += gradient.data[i];
    }
    inputGradient.reshape(gradient.getNumRows(), inputs());
    CommonOps_DDRM.multTransB(gradient, weights, inputGradient);
    return inputGradient;
  }

  /** Moves the parameters by what {@link #backward} found. */
  void improve() {
    weightOptimiser.step(weights.data, weightGradient.data);
    biasOptimiser.step(bias, biasGradient);
  }

  void copyFrom(Layer other) {
    weights.setTo(other.weights);
    System.arraycopy(other.bias, 0, bias, 0, bias.length);
  }

  void saveParameters(DataOutput out) throws IOException {
    out.writeInt(inputs());
    out.writeInt(outputs());
    for (int i = 0; i < weights.getNumElements(); i++) {
      out.writeDouble(weights.get(i));
    }
    for (double value : bias) {
      out.writeDouble(value);
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
    for (int i = 0; i < weights.getNumElements(); i++) {
      weights.set(i, in.readDouble());
    }
    for (int i = 0; i < bias.length; i++) {
      bias[i] = in.readDouble();
    }
  }

  void load(DataInput in) throws IOException {
    loadParameters(in);
    weightOptimiser.load(in);
    biasOptimiser.load(in);
  }

  /** Parameters one after the other, for tests of gradients: weights, then bias. */
  int parameterCount() {
    return weights.getNumElements() + bias.length;
  }

  double parameter(int index) {
    int size = weights.getNumElements();
    return index < size ? weights.get(index) : bias[index - size];
  }

  void setParameter(int index, double value) {
    int size = weights.getNumElements();
    if (index < size) {
      weights.set(index, value);
    } else {
      bias[index - size] = value;
    }
  }

  double gradient(int index) {
    int size = weights.getNumElements();
    return index < size ? weightGradient.get(index) : biasGradient[index - size];
  }
}
