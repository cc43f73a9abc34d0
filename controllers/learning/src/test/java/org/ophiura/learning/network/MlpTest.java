package org.ophiura.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ophiura.learning.Allocation;

final class MlpTest extends NetworkContract {
  private static final long SEED = 11;
  private static final int[] SIZES = {3, 7, 5, 2};
  private static final int ROWS = 4;

  /** So many that layers are computed by columns. */
  private static final int MANY_ROWS = 40;

  /** Of central differences with a step of 1e-6: truncation and rounding are about 1e-9. */
  private static final double GRADIENT_TOLERANCE = 1e-7;

  private int rows = ROWS;
  private final double[] in = new double[MANY_ROWS * 3];
  private final double[] out = new double[MANY_ROWS * 2];

  private static Mlp network(Activation activation) {
    return new Mlp(SIZES, activation, 0.01, new SplittableRandom(SEED));
  }

  @Override
  protected Network newNetwork(RandomGenerator random) {
    return new Mlp(SIZES, Activation.RELU, 0.01, random);
  }

  @Override
  protected Network newNetworkOfAnotherShape(RandomGenerator random) {
    return new Mlp(new int[] {3, 8, 2}, Activation.RELU, 0.01, random);
  }

  private void drawInputs() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < in.length; i++) {
      in[i] = random.nextDouble(-2, 2);
    }
  }

  /** Half the sum of squares, whose gradient by an output is the output. */
  private double loss(Mlp network) {
    network.compute(rows, in, out);
    double sum = 0;
    for (int i = 0; i < rows * 2; i++) {
      sum += out[i] * out[i] / 2;
    }
    return sum;
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void gradientsOfAFewRowsAreThoseOfCentralDifferences(Activation activation) {
    checkGradients(activation);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void gradientsOfManyRowsAreThoseOfCentralDifferences(Activation activation) {
    rows = MANY_ROWS;
    checkGradients(activation);
  }

  private void checkGradients(Activation activation) {
    drawInputs();
    Mlp network = network(activation);
    loss(network);
    network.backward(out.clone());
    int checked = 0;
    for (Layer layer : network.layers()) {
      for (int i = 0; i < layer.parameterCount(); i++) {
        double value = layer.parameter(i);
        double step = 1e-6;
        layer.setParameter(i, value + step);
        double above = loss(network);
        layer.setParameter(i, value - step);
        double below = loss(network);
        layer.setParameter(i, value);
        assertEquals((above - below) / (2 * step), layer.gradient(i), GRADIENT_TOLERANCE);
        checked++;
      }
    }
    assertEquals(3 * 7 + 7 + 7 * 5 + 5 + 5 * 2 + 2, checked);
  }

  @Test
  void oneLayerComputesByItsFormula() {
    Mlp network = new Mlp(new int[] {2, 1}, Activation.RELU, 0.01, new SplittableRandom(SEED));
    Layer layer = network.layers().get(0);
    layer.setParameter(0, 2);
    layer.setParameter(1, -3);
    layer.setParameter(2, 0.5);
    double[] result = new double[2];
    network.compute(2, new double[] {1, 1, 0, -2}, result);
    assertArrayEquals(new double[] {-0.5, 6.5}, result);
  }

  /** Kingma and Ba: the first step of Adam is the learning rate, whatever the gradient's size. */
  @Test
  void theFirstStepOfAdamIsTheLearningRate() {
    double[][] parameters = {{1, 1}, {1, 1}};
    new Adam(2, 2, 0.01).step(parameters, new double[][] {{5, -1e-3}, {100, 1e-2}});
    assertArrayEquals(new double[] {0.99, 1.01}, parameters[0], 1e-6);
    assertArrayEquals(new double[] {0.99, 0.99}, parameters[1], 1e-6);
  }

  @Test
  void computingAndImprovingAllocateNothing() {
    drawInputs();
    Mlp network = network(Activation.RELU);
    assertEquals(
        0,
        Allocation.leastBytes(
            () -> {
              for (int i = 0; i < 200; i++) {
                network.compute(ROWS, in, out);
                network.improve(out);
                network.compute(1, in, out);
              }
            }));
  }
}
