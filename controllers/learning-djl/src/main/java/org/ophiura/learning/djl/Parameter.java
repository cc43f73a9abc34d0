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

  /**
   * Added and taken off again, it rounds what is far smaller to 0 or to a normal number. Else the
   * moments of units that no longer learn end as subnormal numbers, with which processors are slow.
   */
  private static final float TINY = 1e-30f;

  private final Shape shape;
  private final FloatBuffer values;
  private final PtNDArray tensor;
  private final float[] mean;
  private final float[] square;
  private final float[] improved;
  private long steps;

  /** Makes zeros. */
  Parameter(NDManager manager, Shape shape) {
    this.shape = shape;
    int size = Math.toIntExact(shape.size());
    ByteBuffer memory = direct(size);
    values = memory.asFloatBuffer();
    tensor = (PtNDArray) manager.create(memory, shape, DataType.FLOAT32);
    tensor.setRequiresGradient(true);
    mean = new float[size];
    square = new float[size];
    improved = new float[size];
  }

  /** Memory for so many floats, in the order of this machine. */
  static ByteBuffer direct(int floats) {
    return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
  }

  Shape shape() {
    return shape;
  }

  PtNDArray tensor() {
    return tensor;
  }

  /** Draws values uniformly in plus or minus {@code halfWidth}. */
  void draw(RandomGenerator random, double halfWidth) {
    for (int i = 0; i < values.limit(); i++) {
      values.put(i, (float) random.nextDouble(-halfWidth, halfWidth));
    }
  }

  /**
   * Takes a step of Adam (Kingma and Ba 2015, algorithm 1) down the gradient that the last backward
   * pass has left, and clears it. One pass over memory: PyTorch's own step makes a dozen.
   *
   * @param epsilon the paper's, which keeps the step finite
   */
  void improve(double learningRate, double epsilon) {
    steps++;
    float step = (float) (learningRate / (1 - Math.pow(BETA_1, (double) steps)));
    float squareCorrection = (float) (1 / (1 - Math.pow(BETA_2, (double) steps)));
    float[] gradient = gradient();
    values.get(0, improved);
    improve(gradient, step, squareCorrection, (float) epsilon);
    values.put(0, improved);
    JniUtils.zeroGrad(tensor);
  }

  /** The loop alone, in a form that the compiler turns into vector instructions. */
  private void improve(float[] gradient, float step, float squareCorrection, float epsilon) {
    float meanShare = (float) (1 - BETA_1);
    float squareShare = (float) (1 - BETA_2);
    for (int i = 0; i < improved.length; i++) {
      float g = gradient[i];
      float m = mean[i] + meanShare * (g - mean[i]);
      float s = square[i] + squareShare * (g * g - square[i]);
      mean[i] = m + TINY - TINY;
      square[i] = s + TINY - TINY;
      improved[i] -= step * m / ((float) Math.sqrt(s * squareCorrection) + epsilon);
    }
  }

  void copyFrom(Parameter other) {
    values.put(0, other.values, 0, values.limit());
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
    write(out, FloatBuffer.wrap(mean));
    write(out, FloatBuffer.wrap(square));
  }

  void load(DataInput in) throws IOException {
    loadValues(in);
    steps = in.readLong();
    read(in, FloatBuffer.wrap(mean));
    read(in, FloatBuffer.wrap(square));
  }

  private static void write(DataOutput out, FloatBuffer floats) throws IOException {
    byte[] bytes = new byte[floats.limit() * Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().put(0, floats, 0, floats.limit());
    out.write(bytes);
  }

  private static void read(DataInput in, FloatBuffer floats) throws IOException {
    byte[] bytes = new byte[floats.limit() * Float.BYTES];
    in.readFully(bytes);
    floats.put(0, ByteBuffer.wrap(bytes).asFloatBuffer(), 0, floats.limit());
  }

  /** One of the values, for tests. */
  float value(int index) {
    return values.get(index);
  }

  void setValue(int index, float value) {
    values.put(index, value);
  }

  /** What the last backward pass has left. */
  float[] gradient() {
    try (PtNDArray gradient = tensor.getGradient()) {
      return gradient.toFloatArray();
    }
  }
}
