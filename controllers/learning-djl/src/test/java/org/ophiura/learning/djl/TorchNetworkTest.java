package org.ophiura.learning.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.djl.ConvolutionalSettings.Convolution;
import org.ophiura.learning.network.Activation;
import org.ophiura.learning.network.Mlp;
import org.ophiura.learning.network.Network;
import org.ophiura.learning.network.NetworkContract;
import org.ophiura.learning.network.NetworkPlugin;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.SettingException;

final class TorchNetworkTest {
  private static final long SEED = 12;
  private static final int GREY = 87;
  private static final Space.Image IMAGE = new Space.Image(10, 9, 2);

  private static ConvolutionalSettings settings(int units, double learningRate) {
    return new ConvolutionalSettings(
        List.of(new Convolution(4, 4, 2), new Convolution(5, 2, 1)),
        List.of(units),
        0,
        learningRate,
        1e-8,
        1);
  }

  private static TorchNetwork convolutional(RandomGenerator random, int units) {
    return TorchNetwork.convolutional(IMAGE, settings(units, 0.01), 3, random);
  }

  @Nested
  final class Convolutional extends NetworkContract {
    @Override
    protected Network newNetwork(RandomGenerator random) {
      return convolutional(random, 6);
    }

    @Override
    protected Network newNetworkOfAnotherShape(RandomGenerator random) {
      return convolutional(random, 7);
    }

    @Override
    protected double greatestInput() {
      return 255;
    }
  }

  @Nested
  final class Dense extends NetworkContract {
    @Override
    protected Network newNetwork(RandomGenerator random) {
      return TorchNetwork.dense(3, List.of(7, 5), 2, 0.01, 1, random);
    }

    @Override
    protected Network newNetworkOfAnotherShape(RandomGenerator random) {
      return TorchNetwork.dense(3, List.of(8), 2, 0.01, 1, random);
    }
  }

  /** Central differences in floats: a step of 1/2048 leaves about 1e-7 * 2048 of rounding. */
  @Test
  void gradientsAreThoseOfCentralDifferences() {
    double step = 1.0 / 2048;
    SplittableRandom random = new SplittableRandom(SEED);
    double[] in = new double[2 * IMAGE.dimension()];
    for (int i = 0; i < in.length; i++) {
      in[i] = random.nextInt(256);
    }
    double[] out = new double[6];
    double[] gradient = {1, -2, 0.5, 0, 1, -1};
    try (TorchNetwork network = convolutional(random, 6)) {
      network.compute(2, in, out);
      network.backward(gradient);
      for (Parameter parameter : network.parameters()) {
        float[] analytic = parameter.gradient();
        double largest = 0;
        double error = 0;
        for (int i = 0; i < analytic.length; i++) {
          float value = parameter.value(i);
          parameter.setValue(i, (float) (value + step));
          double above = loss(network, in, out, gradient);
          parameter.setValue(i, (float) (value - step));
          double below = loss(network, in, out, gradient);
          parameter.setValue(i, value);
          largest = Math.max(largest, Math.abs(analytic[i]));
          error += Math.abs((above - below) / (2 * step) - analytic[i]) / analytic.length;
        }
        // A rectifier that the step crosses errs by up to half of its slope; hardly any is crossed.
        assertTrue(error < 0.01 * largest, parameter.shape() + ": " + error + " of " + largest);
      }
    }
  }

  private static double loss(TorchNetwork network, double[] in, double[] out, double[] gradient) {
    network.compute(2, in, out);
    double sum = 0;
    for (int i = 0; i < out.length; i++) {
      sum += out[i] * gradient[i];
    }
    return sum;
  }

  /** The same parameters compute and learn the same as in doubles, to what floats can hold. */
  @Test
  void denseLayersAgreeWithAnMlp() throws IOException {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] in = new double[32 * 4];
    double[] gradient = new double[32 * 2];
    double[] expected = new double[32 * 2];
    double[] actual = new double[32 * 2];
    Mlp mlp = new Mlp(new int[] {4, 16, 2}, Activation.RELU, 0.001, random);
    try (TorchNetwork torch = TorchNetwork.dense(4, List.of(16), 2, 0.001, 1, random)) {
      takeOver(mlp, torch);
      for (int update = 0; update < 5; update++) {
        for (int i = 0; i < in.length; i++) {
          in[i] = random.nextDouble(-1, 1);
        }
        mlp.compute(32, in, expected);
        torch.compute(32, in, actual);
        for (int i = 0; i < expected.length; i++) {
          assertEquals(expected[i], actual[i], 1e-5, "update " + update);
          gradient[i] = expected[i] - 0.3;
        }
        mlp.improve(gradient);
        torch.improve(gradient);
      }
    }
  }

  /** An Mlp stores what an input gives to all outputs together, PyTorch what an output takes. */
  private static void takeOver(Mlp mlp, TorchNetwork torch) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mlp.saveParameters(new DataOutputStream(bytes));
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    for (int layer = 0; layer < 2; layer++) {
      Parameter weights = torch.parameters().get(2 * layer);
      Parameter bias = torch.parameters().get(2 * layer + 1);
      int inputs = in.readInt();
      int outputs = in.readInt();
      for (int i = 0; i < inputs; i++) {
        for (int k = 0; k < outputs; k++) {
          weights.setValue(k * inputs + i, (float) in.readDouble());
        }
      }
      for (int k = 0; k < outputs; k++) {
        bias.setValue(k, (float) in.readDouble());
      }
    }
  }

  /**
   * Learns on which half of a grey field a dot is, from -0.5 or 0.5 over a worth of -2 that all
   * pictures share, as in Pong at its start.
   *
   * @return mean square error of the last 100 batches; 0.25 tells nothing of the dot
   */
  private static double errorOnAGreyField(double background) {
    Space.Image field = new Space.Image(24, 24, 2);
    ConvolutionalSettings settings =
        new ConvolutionalSettings(
            List.of(new Convolution(8, 6, 3), new Convolution(8, 3, 2)),
            List.of(32),
            background,
            0.003,
            1e-8,
            1);
    SplittableRandom random = new SplittableRandom(SEED);
    double[] in = new double[16 * field.dimension()];
    double[] out = new double[16];
    double error = 0;
    try (TorchNetwork network = TorchNetwork.convolutional(field, settings, 1, random)) {
      for (int update = 0; update < 600; update++) {
        Arrays.fill(in, GREY);
        double[] wanted = new double[16];
        for (int row = 0; row < 16; row++) {
          int column = random.nextInt(24);
          in[row * field.dimension() + random.nextInt(24) * 24 + column] = 255;
          wanted[row] = column < 12 ? -2.5 : -1.5;
        }
        network.compute(16, in, out);
        for (int row = 0; row < 16; row++) {
          if (update >= 500) {
            error += (out[row] - wanted[row]) * (out[row] - wanted[row]) / 1600;
          }
          out[row] = 2 * (out[row] - wanted[row]) / 16;
        }
        network.improve(out);
      }
    }
    return error;
  }

  /**
   * Without a background Adam turns the grey of the field, the same in each picture, into what all
   * of them are worth, and thereby turns the units off for good: Pong was not learned at all.
   */
  @Test
  void whatMovesOnAGreyFieldIsSeenWhereItsGreyIsTheBackground() {
    double seen = errorOnAGreyField(GREY);
    double drowned = errorOnAGreyField(0);
    assertTrue(seen < 0.05, "with the background " + seen + ", without " + drowned);
    assertTrue(drowned > 0.2, "without the background " + drowned);
  }

  @Test
  void aBatchIsImprovedOnOnce() {
    try (TorchNetwork network = convolutional(new SplittableRandom(SEED), 6)) {
      double[] out = new double[3];
      assertThrows(IllegalStateException.class, () -> network.improve(out));
      network.compute(1, new double[IMAGE.dimension()], out);
      network.improve(out);
      assertThrows(IllegalStateException.class, () -> network.improve(out));
    }
  }

  @Test
  void useAfterCloseThrows() {
    TorchNetwork network = convolutional(new SplittableRandom(SEED), 6);
    double[] in = new double[IMAGE.dimension()];
    double[] out = new double[3];
    network.compute(1, in, out);
    network.close();
    network.close();
    assertThrows(IllegalStateException.class, () -> network.compute(1, in, out));
    assertThrows(IllegalStateException.class, () -> network.improve(out));
    assertThrows(IllegalStateException.class, network::copy);
    try (TorchNetwork open = convolutional(new SplittableRandom(SEED), 6)) {
      assertThrows(IllegalStateException.class, () -> open.copyFrom(network));
    }
  }

  @Test
  void whatCannotBeSeenIsRefused() {
    ConvolutionalPlugin plugin = new ConvolutionalPlugin();
    SplittableRandom random = new SplittableRandom(SEED);
    SettingException small =
        assertThrows(
            SettingException.class,
            () ->
                plugin.create(
                    settings(6, 0.01),
                    new NetworkPlugin.Task(new Space.Image(5, 9, 1), 45, 3, random)));
    assertEquals(
        "convolutions[1] must have an edge <= 1, for that is what the layers before leave of the"
            + " picture, got 2",
        small.getMessage());
    Space numbers = new Space.Discrete(List.of("a", "b"));
    SettingException wrong =
        assertThrows(
            SettingException.class,
            () -> plugin.create(settings(6, 0.01), new NetworkPlugin.Task(numbers, 1, 3, random)));
    assertEquals(
        "type must be mlp where observations are no pictures but 1 numbers, got convolutional",
        wrong.getMessage());
  }
}
