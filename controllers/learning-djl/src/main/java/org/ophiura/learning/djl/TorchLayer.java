package org.ophiura.learning.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** One layer with its parameters, laid out as PyTorch does. Lives as long as its manager. */
final class TorchLayer {
  private static final Shape NO_MARGIN = new Shape(0, 0);
  private static final Shape NO_GAPS = new Shape(1, 1);

  private final Optional<Shape> stride;
  private final boolean rectified;
  private final Parameter weights;
  private final Parameter bias;

  /**
   * Makes a layer of zeros.
   *
   * @param weights outputs first, then what each output sees
   * @param stride of a convolution; none for a fully connected layer
   * @param rectified whether negative sums become 0
   */
  private TorchLayer(NDManager manager, Shape weights, Optional<Shape> stride, boolean rectified) {
    this.stride = stride;
    this.rectified = rectified;
    this.weights = new Parameter(manager, weights);
    bias = new Parameter(manager, new Shape(weights.get(0)));
  }

  /** A convolution that sees {@code channels}. */
  static TorchLayer convolution(
      NDManager manager, int channels, ConvolutionalSettings.Convolution layer) {
    return new TorchLayer(
        manager,
        new Shape(layer.filters(), channels, layer.edge(), layer.edge()),
        Optional.of(new Shape(layer.stride(), layer.stride())),
        true);
  }

  /** A fully connected layer. */
  static TorchLayer dense(NDManager manager, int inputs, int outputs, boolean rectified) {
    return new TorchLayer(manager, new Shape(outputs, inputs), Optional.empty(), rectified);
  }

  /** The same with zeros for parameters. */
  TorchLayer emptyCopy(NDManager manager) {
    return new TorchLayer(manager, weights.shape(), stride, rectified);
  }

  /** Draws parameters uniformly in plus or minus 1 / sqrt(inputs), as PyTorch does. */
  void draw(RandomGenerator random) {
    double halfWidth = 1 / Math.sqrt((double) weights.shape().slice(1).size());
    weights.draw(random, halfWidth);
    bias.draw(random, halfWidth);
  }

  NDArray forward(NDArray input) {
    NDArray sums =
        stride.isPresent()
            ? Conv2d.conv2d(
                    input, weights.tensor(), bias.tensor(), stride.get(), NO_MARGIN, NO_GAPS)
                .singletonOrThrow()
            : Linear.linear(flat(input), weights.tensor(), bias.tensor()).singletonOrThrow();
    return rectified ? Activation.relu(sums) : sums;
  }

  private static NDArray flat(NDArray input) {
    return input.getShape().dimension() == 2
        ? input
        : input.reshape(input.getShape().get(0), input.getShape().slice(1).size());
  }

  List<Parameter> parameters() {
    return List.of(weights, bias);
  }
}
