package org.ophiura.learning.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ophiura.learning.network.Network;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.SettingException;

/**
 * Convolutions and fully connected layers on PyTorch, in floats, with rectified hidden units and
 * linear outputs, trained by Adam. A batch that was computed can be improved on once. Owns native
 * memory: what a batch needs until the next, and the parameters until {@link #close}.
 */
public final class TorchNetwork implements Network {
  private static final double BRIGHTEST = 255;
  private static final double ADAM_EPSILON = 1e-8;

  private final Shape row;
  private final double zero;
  private final double scale;
  private final double learningRate;
  private final double adamEpsilon;
  private final int threads;
  private final int outputs;
  private final NDManager manager;
  private final List<TorchLayer> layers = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private ByteBuffer input = Parameter.direct(0);
  private Optional<Batch> batch = Optional.empty();
  private boolean closed;

  /**
   * What was computed last.
   *
   * @param memory holds all that came between input and output
   */
  private record Batch(NDManager memory, PtNDArray output, int rows) {}

  private TorchNetwork(
      Shape row,
      double zero,
      double scale,
      double learningRate,
      double adamEpsilon,
      int threads,
      int outputs) {
    this.row = row;
    this.zero = zero;
    this.scale = scale;
    this.learningRate = learningRate;
    this.adamEpsilon = adamEpsilon;
    this.threads = threads;
    this.outputs = outputs;
    manager = Torch.newManager();
  }

  /**
   * Makes a network for pictures, with parameters drawn at random.
   *
   * @throws SettingException if the picture is too small for the convolutions
   */
  static TorchNetwork convolutional(
      Space.Image image, ConvolutionalSettings settings, int outputs, RandomGenerator random) {
    int height = image.height();
    int width = image.width();
    int channels = image.channels();
    for (int i = 0; i < settings.convolutions().size(); i++) {
      ConvolutionalSettings.Convolution layer = settings.convolutions().get(i);
      if (layer.edge() > Math.min(height, width)) {
        throw new SettingException(
            "convolutions[" + i + "]",
            "must have an edge <= "
                + Math.min(height, width)
                + ", for that is what the layers before leave of the picture, got "
                + layer.edge());
      }
      height = (height - layer.edge()) / layer.stride() + 1;
      width = (width - layer.edge()) / layer.stride() + 1;
      channels = layer.filters();
    }
    TorchNetwork network =
        new TorchNetwork(
            new Shape(image.channels(), image.height(), image.width()),
            settings.background(),
            1 / BRIGHTEST,
            settings.learningRate(),
            settings.adamEpsilon(),
            settings.threads(),
            outputs);
    int seen = image.channels();
    for (ConvolutionalSettings.Convolution layer : settings.convolutions()) {
      network.add(TorchLayer.convolution(network.manager, seen, layer));
      seen = layer.filters();
    }
    network.addDense(channels * height * width, settings.dense(), random);
    return network;
  }

  /** Makes a fully connected network for numbers, with parameters drawn at random. */
  static TorchNetwork dense(
      int inputs,
      List<Integer> hidden,
      int outputs,
      double learningRate,
      int threads,
      RandomGenerator random) {
    TorchNetwork network =
        new TorchNetwork(new Shape(inputs), 0, 1, learningRate, ADAM_EPSILON, threads, outputs);
    network.addDense(inputs, hidden, random);
    return network;
  }

  private void addDense(int inputs, List<Integer> hidden, RandomGenerator random) {
    int seen = inputs;
    for (int units : hidden) {
      add(TorchLayer.dense(manager, seen, units, true));
      seen = units;
    }
    add(TorchLayer.dense(manager, seen, outputs, false));
    layers.forEach(layer -> layer.draw(random));
  }

  private void add(TorchLayer layer) {
    layers.add(layer);
    parameters.addAll(layer.parameters());
  }

  @Override
  public int inputs() {
    return Math.toIntExact(row.size());
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public void compute(int rows, double[] in, double[] out) {
    requireOpen();
    forget();
    Torch.useThreads(threads);
    int size = rows * inputs();
    if (input.capacity() < size * Float.BYTES) {
      input = Parameter.direct(size);
    }
    FloatBuffer floats = input.asFloatBuffer();
    for (int i = 0; i < size; i++) {
      floats.put(i, (float) ((in[i] - zero) * scale));
    }
    NDManager memory = manager.newSubManager();
    NDArray seen =
        memory.create(
            input.slice(0, size * Float.BYTES).order(input.order()),
            new Shape(rows).addAll(row),
            DataType.FLOAT32);
    PtNDArray output = (PtNDArray) Torch.remembering(() -> forward(seen));
    batch = Optional.of(new Batch(memory, output, rows));
    float[] results = output.toFloatArray();
    for (int i = 0; i < results.length; i++) {
      out[i] = results[i];
    }
  }

  private NDArray forward(NDArray seen) {
    NDArray values = seen;
    for (TorchLayer layer : layers) {
      values = layer.forward(values);
    }
    return values;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if no batch was computed since the last step
   */
  @Override
  public void improve(double[] gradient) {
    requireOpen();
    backward(gradient);
    for (Parameter parameter : parameters) {
      parameter.improve(learningRate, adamEpsilon);
    }
  }

  /** Leaves the gradients by all parameters, and changes none. */
  void backward(double[] gradient) {
    Batch computed =
        batch.orElseThrow(
            () -> new IllegalStateException("there is no batch to improve on: call compute first"));
    int size = computed.rows * outputs;
    ByteBuffer bytes = Parameter.direct(size);
    for (int i = 0; i < size; i++) {
      bytes.putFloat(i * Float.BYTES, (float) gradient[i]);
    }
    PtNDArray byOutput =
        (PtNDArray)
            computed.memory.create(bytes, new Shape(computed.rows, outputs), DataType.FLOAT32);
    JniUtils.backward(computed.output, byOutput, false, false);
    forget();
  }

  List<Parameter> parameters() {
    return parameters;
  }

  /** Frees what the last batch left. */
  private void forget() {
    batch.ifPresent(computed -> computed.memory.close());
    batch = Optional.empty();
  }

  @Override
  public TorchNetwork copy() {
    requireOpen();
    TorchNetwork copy =
        new TorchNetwork(row, zero, scale, learningRate, adamEpsilon, threads, outputs);
    layers.forEach(layer -> copy.add(layer.emptyCopy(copy.manager)));
    copy.copyFrom(this);
    return copy;
  }

  @Override
  public void copyFrom(Network other) {
    requireOpen();
    if (!(other instanceof TorchNetwork network)) {
      throw new IllegalArgumentException(
          "a TorchNetwork copies a TorchNetwork, got a " + other.getClass().getSimpleName());
    }
    network.requireOpen();
    for (int i = 0; i < parameters.size(); i++) {
      parameters.get(i).copyFrom(network.parameters.get(i));
    }
  }

  @Override
  public void saveParameters(DataOutput out) throws IOException {
    requireOpen();
    for (Parameter parameter : parameters) {
      parameter.saveValues(out);
    }
  }

  @Override
  public void loadParameters(DataInput in) throws IOException {
    requireOpen();
    for (Parameter parameter : parameters) {
      parameter.loadValues(in);
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    requireOpen();
    for (Parameter parameter : parameters) {
      parameter.save(out);
    }
  }

  @Override
  public void load(DataInput in) throws IOException {
    requireOpen();
    for (Parameter parameter : parameters) {
      parameter.load(in);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the network is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      forget();
      closed = true;
      manager.close();
    }
  }
}
