package org.ophiura.learning.replay;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.sim.environment.Space;

final class PictureStoreTest {
  private static final long SEED = 31;
  private static final Space.Image SPACE = new Space.Image(5, 6, 4);
  private static final int PIXELS = 30;
  private static final int BATCH = 8;

  /** A memory that is told of episodes of random length; observations are stacks of pictures. */
  private static final class Told {
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final NStepWindow window;
    private final ReplayMemory memory;
    private double[] stack = new double[SPACE.dimension()];
    private int left;

    Told(ReplayMemory memory, int steps) {
      this.memory = memory;
      window = new NStepWindow(steps, SPACE.dimension(), 0.9);
    }

    private double[] picture() {
      double[] picture = new double[PIXELS];
      for (int i = 0; i < PIXELS; i++) {
        picture[i] = random.nextInt(256);
      }
      return picture;
    }

    void step() {
      if (left == 0) {
        left = 1 + random.nextInt(20);
        double[] first = picture();
        for (int i = 0; i < 4; i++) {
          System.arraycopy(first, 0, stack, i * PIXELS, PIXELS);
        }
      }
      double[] next = new double[stack.length];
      System.arraycopy(stack, PIXELS, next, 0, 3 * PIXELS);
      boolean comesAgain = random.nextInt(5) == 0;
      System.arraycopy(comesAgain ? stack : picture(), 0, next, 3 * PIXELS, PIXELS);
      left--;
      window.add(stack, left % 3, left, next, left == 0, false, memory);
      stack = next;
    }
  }

  /** Draws a batch, and writes down all that is in it. */
  private static double[] batch(ReplayMemory memory, SplittableRandom random) {
    int[] drawn = new int[BATCH];
    memory.draw(random, drawn);
    int dimension = SPACE.dimension();
    double[] observations = new double[BATCH * dimension];
    double[] next = new double[BATCH * dimension];
    double[] all = new double[2 * BATCH * dimension + 3 * BATCH];
    for (int row = 0; row < BATCH; row++) {
      memory.copyObservation(drawn[row], observations, row);
      memory.copyNext(drawn[row], next, row);
      int end = 2 * BATCH * dimension + 3 * row;
      all[end] = memory.action(drawn[row]);
      all[end + 1] = memory.reward(drawn[row]);
      all[end + 2] = memory.discount(drawn[row]);
    }
    System.arraycopy(observations, 0, all, 0, observations.length);
    System.arraycopy(next, 0, all, observations.length, next.length);
    return all;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 1", "7, 1", "50, 1", "1, 3", "50, 3", "40, 10", "300, 1"})
  void batchesAreThoseOfNumbersKeptAsTheyAre(int capacity, int steps) {
    Told pictures = new Told(new ReplayMemory(capacity, SPACE, 0.6), steps);
    Told numbers = new Told(new ReplayMemory(capacity, SPACE.dimension(), 0.6), steps);
    SplittableRandom drawing = new SplittableRandom(SEED + 1);
    for (int i = 0; i < 400; i++) {
      pictures.step();
      numbers.step();
      assertEquals(numbers.memory.size(), pictures.memory.size());
      if (numbers.memory.size() > 0) {
        SplittableRandom same = drawing.split();
        SplittableRandom again = drawing.split();
        int[] one = new int[1];
        numbers.memory.draw(same, one);
        pictures.memory.setPriority(one[0], i % 7);
        numbers.memory.setPriority(one[0], i % 7);
        long seed = again.nextLong();
        assertArrayEquals(
            batch(numbers.memory, new SplittableRandom(seed)),
            batch(pictures.memory, new SplittableRandom(seed)));
      }
    }
  }

  @Test
  void whatWasSavedGoesOnToTheSameBytes() throws IOException {
    Told whole = new Told(new ReplayMemory(50, SPACE, 0), 1);
    Told first = new Told(new ReplayMemory(50, SPACE, 0), 1);
    ReplayMemory second = new ReplayMemory(50, SPACE, 0);
    for (int i = 0; i < 130; i++) {
      whole.step();
      first.step();
    }
    Told stale = new Told(second, 1);
    for (int i = 0; i < 90; i++) {
      stale.step();
    }
    second.load(new DataInputStream(new ByteArrayInputStream(saved(first.memory))));
    assertArrayEquals(saved(whole.memory), saved(second));
    for (int i = 0; i < 200; i++) {
      // The steps of the one, told to both.
      int before = whole.memory.size();
      whole.step();
      assertEquals(before, whole.memory.size());
      int newest = (130 + i) % 50;
      double[] observation = new double[SPACE.dimension()];
      double[] next = new double[SPACE.dimension()];
      whole.memory.copyObservation(newest, observation, 0);
      whole.memory.copyNext(newest, next, 0);
      second.add(
          observation,
          0,
          whole.memory.action(newest),
          whole.memory.reward(newest),
          next,
          whole.memory.discount(newest));
    }
    assertArrayEquals(saved(whole.memory), saved(second));
  }

  private static byte[] saved(ReplayMemory memory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    memory.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** A transition of a long episode brings one picture, whatever the stack holds. */
  @Test
  void aPictureIsKeptOnce() {
    PictureStore store = new PictureStore(100, SPACE);
    double[] stack = new double[SPACE.dimension()];
    for (int i = 0; i < 1000; i++) {
      double[] next = new double[stack.length];
      System.arraycopy(stack, PIXELS, next, 0, 3 * PIXELS);
      next[3 * PIXELS + i % PIXELS] = i % 251;
      store.put(i % 100, stack, 0, next);
      stack = next;
      assertTrue(store.pictures() <= Math.min(i, 99) + 5, i + ": " + store.pictures());
    }
  }
}
