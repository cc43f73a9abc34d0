package org.ophiura.learning.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every {@link Network}. */
public abstract class NetworkContract {
  private static final long SEED = 11;
  private static final int ROWS = 4;

  private Network network;
  private Network other;
  private double[] in;
  private double[] out;

  /** A small network of some inputs and outputs, with parameters from {@code random}. */
  protected abstract Network newNetwork(RandomGenerator random);

  /** One of another shape. */
  protected abstract Network newNetworkOfAnotherShape(RandomGenerator random);

  /** Greatest absolute value of an input that it is made for. */
  protected double greatestInput() {
    return 2;
  }

  @BeforeEach
  final void makeNetworks() {
    network = newNetwork(new SplittableRandom(SEED));
    other = newNetwork(new SplittableRandom(SEED + 1));
    in = new double[ROWS * network.inputs()];
    out = new double[ROWS * network.outputs()];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < in.length; i++) {
      in[i] = Math.rint(random.nextDouble() * greatestInput() * 16) / 16;
    }
  }

  @AfterEach
  final void closeNetworks() {
    network.close();
    other.close();
  }

  /** Half the sum of squares, whose gradient by an output is the output. */
  private double loss(Network computing) {
    computing.compute(ROWS, in, out);
    double sum = 0;
    for (double value : out) {
      sum += value * value / 2;
    }
    return sum;
  }

  private void train(Network learner, int steps) {
    for (int i = 0; i < steps; i++) {
      loss(learner);
      learner.improve(out);
    }
  }

  @Test
  void stepsLessenTheLoss() {
    double before = loss(network);
    train(network, 200);
    assertTrue(loss(network) < before / 1000, loss(network) + " of " + before);
  }

  @Test
  void theSameSeedGivesTheSameBits() {
    try (Network twin = newNetwork(new SplittableRandom(SEED))) {
      train(network, 5);
      train(twin, 5);
      assertEquals(loss(network), loss(twin));
    }
  }

  @Test
  void rowsOfABatchDoNotMeet() {
    loss(network);
    double[] single = new double[network.outputs()];
    double[] row = new double[network.inputs()];
    for (int i = 0; i < ROWS; i++) {
      System.arraycopy(in, i * row.length, row, 0, row.length);
      network.compute(1, row, single);
      for (int k = 0; k < single.length; k++) {
        // Sums of fewer than 1000 terms of the order of 1, in floats, in whatever order.
        assertEquals(out[i * single.length + k], single[k], 1e-4);
      }
    }
  }

  @Test
  void aCopyIsIndependent() {
    try (Network copy = network.copy()) {
      double before = loss(copy);
      assertEquals(before, loss(network));
      network.improve(out);
      assertTrue(before != loss(network));
      assertEquals(before, loss(copy));
      copy.copyFrom(network);
      assertEquals(loss(network), loss(copy));
    }
  }

  @Test
  void whatWasSavedGoesOnToTheSameBits() throws IOException {
    train(network, 3);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network.save(new DataOutputStream(bytes));
    train(other, 2);
    other.load(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    for (int i = 0; i < 3; i++) {
      assertEquals(loss(network), loss(other));
      network.improve(out);
      loss(other);
      other.improve(out);
    }
  }

  @Test
  void parametersAreSavedAlone() throws IOException {
    train(network, 3);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network.saveParameters(new DataOutputStream(bytes));
    other.loadParameters(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    assertEquals(loss(network), loss(other));
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    other.saveParameters(new DataOutputStream(again));
    assertArrayEquals(bytes.toByteArray(), again.toByteArray());
  }

  @Test
  void anotherShapeIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    network.save(new DataOutputStream(bytes));
    try (Network wrong = newNetworkOfAnotherShape(new SplittableRandom(SEED))) {
      DataInputStream saved = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      assertThrows(IOException.class, () -> wrong.load(saved));
    }
  }
}
