package org.ophiura.learning.djl;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.random.RandomGenerator;

/**
 * One array of a network's parameters, with the moments that Adam keeps of it. PyTorch works on the
 * same memory that Java sees. Lives as long as its manager.
 */
final class Parameter {
  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;

  private final Shape shape;
  private final Shared values;
  private final Shared mean;
  private final Shared square;
  private long steps;

  /** Floats that both sides see. */
  private record Shared(FloatBuffer floats, PtNDArray tensor) {
    static Shared zeros(NDManager manager, Shape shape) {
      ByteBuffer memory = direct(Math.toIntExact(shape.size()));
      return new Shared(
          memory.asFloatBuffer(), (PtNDArray) manager.create(memory, shape, DataType.FLOAT32));
    }
  }

  /** Makes zeros. */
  Parameter(NDManager manager, Shape shape) {
    this.shape = shape;
    values = Shared.zeros(manager, shape);
    mean = Shared.zeros(manager, shape);
    square = Shared.zeros(manager, shape);
    values.tensor.setRequiresGradient(true);
  }

  /** Memory for so many floats, in the order of this machine. */
  static ByteBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
  }

  Shape shape() {
    return shape;
  }

  PtNDArray tensor() {
    return values.tensor;
  }

  /** Draws values uniformly in plus or minus {@code halfWidth}. */
  void draw(RandomGenerator random, double halfWidth) {
    for (int i = 0; i < values.floats.limit(); i++) {
      values.floats.put(i, (float) random.nextDouble(-halfWidth, halfWidth));
    }
  }

  /**
   * Takes a step of Adam (Kingma and Ba 2015, algorithm 1) down the gradient that the last backward
   * pass has left, and clears it.
   *
   * @param epsilon the paper's, which keeps the step finite
   */
  void improve(double learningRate, double epsilon) {
    steps++;
    double meanCorrection = 1 - Math.pow(BETA_1, (double) steps);
    double squareCorrection = Math.sqrt(1 - Math.pow(BETA_2, (double) steps));
    try (PtNDArray gradient = values.tensor.getGradient()) {
      // The library divides by sqrt(square) + epsilon, both larger than the paper's by one factor.
      JniUtils.adamUpdate(
          values.tensor,
          gradient,
          mean.tensor,
          square.tensor,
          (float) learningRate,
          (float) (learningRate * squareCorrection / meanCorrection),
          0,
          1,
          -1,
          (float) BETA_1,
          (float) BETA_2,
          (float) (epsilon * squareCorrection),
          false);
    }
    JniUtils.zeroGrad(values.tensor);
  }

  void copyFrom(Parameter other) {
    values.floats.put(0, other.values.floats, 0, values.floats.limit());
  }

  void saveValues(DataOutput out) throws IOException {
    out.writeUTF(shape.toString());
    write(out, values);
  }

  void loadValues(DataInput in) throws IOException {
    String saved = in.readUTF();
    if (!saved.equals(shape.toString())) {
      throw new IOException("a layer must be " + shape + ", the one that was saved is " + saved);
    }
    read(in, values);
  }

  void save(DataOutput out) throws IOException {
    saveValues(out);
    out.writeLong(steps);
    write(out, mean);
    write(out, square);
  }

  void load(DataInput in) throws IOException {
    loadValues(in);
    steps = in.readLong();
    read(in, mean);
    read(in, square);
  }

  private static void write(DataOutput out, Shared shared) throws IOException {
    byte[] bytes = new byte[shared.floats.limit() * Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().put(0, shared.floats, 0, shared.floats.limit());
    out.write(bytes);
  }

  private static void read(DataInput in, Shared shared) throws IOException {
    byte[] bytes = new byte[shared.floats.limit() * Float.BYTES];
    in.readFully(bytes);
    shared.floats.put(0, ByteBuffer.wrap(bytes).asFloatBuffer(), 0, shared.floats.limit());
  }

  /** One of the values, for tests. */
  float value(int index) {
    return values.floats.get(index);
  }

  void setValue(int index, float value) {
    values.floats.put(index, value);
  }

  /** What the last backward pass has left, for tests. */
  float[] gradient() {
    try (PtNDArray gradient = values.tensor.getGradient()) {
      return gradient.toFloatArray();
    }
  }
}
