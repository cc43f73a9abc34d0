package org.ophiura.learning.network;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A fully connected network with linear outputs, trained by Adam. Allocates nothing once it has
 * seen its largest batch.
 */
public final class Mlp implements Network {
  private final Activation activation;
  private final double learningRate;
  private final List<Layer> layers;
  private final Matrix input = new Matrix(1, 1);
  private final Matrix outputGradient = new Matrix(1, 1);
  private final Matrix[] inputsOf;

  /**
   * Makes a network with parameters drawn at random.
   *
   * @param sizes inputs, units of each hidden layer, outputs
   * @param activation of the hidden layers
   * @param learningRate of Adam
   */
  public Mlp(int[] sizes, Activation activation, double learningRate, RandomGenerator random) {
    this.activation = activation;
    this.learningRate = learningRate;
    layers = new ArrayList<>();
    for (int i = 1; i < sizes.length; i++) {
      layers.add(
          new Layer(
              sizes[i - 1],
              sizes[i],
              i == sizes.length - 1 ? Optional.empty() : Optional.of(activation),
              learningRate,
              random));
    }
    inputsOf = new Matrix[layers.size()];
  }

  private Mlp(Mlp other) {
    activation = other.activation;
    learningRate = other.learningRate;
    layers = new ArrayList<>();
    for (Layer layer : other.layers) {
      boolean last = layers.size() == other.layers.size() - 1;
      layers.add(
          new Layer(
              layer.inputs(),
              layer.outputs(),
              last ? Optional.empty() : Optional.of(activation),
              learningRate));
    }
    inputsOf = new Matrix[layers.size()];
    copyFrom(other);
  }

  @Override
  public int inputs() {
    return layers.get(0).inputs();
  }

  @Override
  public int outputs() {
    return layers.get(layers.size() - 1).outputs();
  }

  @Override
  public void compute(int rows, double[] in, double[] out) {
    input.setRowByRow(rows, inputs(), in);
    Matrix values = input;
    for (int i = 0; i < inputsOf.length; i++) {
      inputsOf[i] = values;
      values = layers.get(i).forward(values);
    }
    values.copyRowByRow(out);
  }

  @Override
  public void improve(double[] gradient) {
    backward(gradient);
    for (int i = 0; i < inputsOf.length; i++) {
      layers.get(i).improve();
    }
  }

  /** Computes the gradients by all parameters, and changes none. */
  void backward(double[] gradient) {
    outputGradient.setRowByRow(input.rows(), outputs(), gradient);
    Matrix passed = outputGradient;
    for (int i = inputsOf.length - 1; i >= 0; i--) {
      layers.get(i).backward(inputsOf[i], passed);
      if (i > 0) { // Nobody wants to know the gradient by the network's input.
        passed = layers.get(i).inputGradient(passed);
      }
    }
  }

  List<Layer> layers() {
    return layers;
  }

  @Override
  public Mlp copy() {
    return new Mlp(this);
  }

  @Override
  public void copyFrom(Network other) {
    if (!(other instanceof Mlp mlp)) {
      throw new IllegalArgumentException(
          "an Mlp copies an Mlp, got a " + other.getClass().getSimpleName());
    }
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).copyFrom(mlp.layers.get(i));
    }
  }

  @Override
  public void saveParameters(DataOutput out) throws IOException {
    for (Layer layer : layers) {
      layer.saveParameters(out);
    }
  }

  @Override
  public void loadParameters(DataInput in) throws IOException {
    for (Layer layer : layers) {
      layer.loadParameters(in);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (Layer layer : layers) {
      layer.save(out);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    for (Layer layer : layers) {
      layer.load(in);
    }
  }
}
