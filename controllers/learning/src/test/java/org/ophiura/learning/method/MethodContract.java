package org.ophiura.learning.method;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.Allocation;

/** What every {@link Method} promises, shown on a corridor. */
public abstract class MethodContract {
  private static final long SEED = 4;

  /** Makes a method for the corridor. */
  protected abstract Method newMethod(MethodContext context);

  /** Iterations after which it has learned the way. */
  protected abstract int enough();

  private Method fresh() {
    return newMethod(new MethodContext(new Corridor().spaces(), new SplittableRandom(SEED)));
  }

  private void train(Method method, int from, int to, TrainingLog log) {
    for (int i = from; i < to; i++) {
      method.iterate(
          new Corridor(),
          new Method.Progress(i, enough()),
          new SplittableRandom(SEED * 1_000_003 + i),
          log);
    }
  }

  private static byte[] saved(Method method) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    method.save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  @Test
  void findsTheWay() {
    Method method = fresh();
    train(method, 0, enough(), TrainingLog.SILENT);
    for (int field = 1; field < Corridor.FIELDS - 1; field++) {
      double[] seen = {field};
      assertEquals(
          1, method.greedy().choose(seen, new SplittableRandom(SEED)), "at field " + field);
    }
  }

  @Test
  void goesOnToTheSameBitsAfterItWasSaved() throws IOException {
    Method whole = fresh();
    train(whole, 0, 40, TrainingLog.SILENT);
    Method first = fresh();
    train(first, 0, 17, TrainingLog.SILENT);
    Method second = fresh();
    ByteArrayInputStream bytes = new ByteArrayInputStream(saved(first));
    second.load(new DataInputStream(bytes));
    assertEquals(0, bytes.available(), "bytes that were not read");
    train(second, 17, 40, TrainingLog.SILENT);
    assertArrayEquals(saved(whole), saved(second));
  }

  @Test
  void itsPolicyAloneGoesOnInAnother() throws IOException {
    Method trained = fresh();
    train(trained, 0, enough(), TrainingLog.SILENT);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    trained.savePolicy(new DataOutputStream(bytes));
    Method other = fresh();
    ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
    other.loadPolicy(new DataInputStream(in));
    assertEquals(0, in.available(), "bytes that were not read");
    for (int field = 0; field < Corridor.FIELDS; field++) {
      double[] seen = {field};
      assertEquals(
          trained.greedy().choose(seen, new SplittableRandom(SEED)),
          other.greedy().choose(seen, new SplittableRandom(SEED)),
          "at field " + field);
    }
  }

  /** Whole iterations, so that neither a step nor the end of an episode allocates. */
  @Test
  void iterationsAllocateNothingOnceItIsWarm() {
    Method method = fresh();
    train(method, 0, enough(), TrainingLog.SILENT);
    Corridor corridor = new Corridor();
    Method.Progress progress = new Method.Progress(0, enough());
    SplittableRandom random = new SplittableRandom(SEED);
    assertEquals(
        0,
        Allocation.leastBytes(
            () -> {
              for (int i = 0; i < 10; i++) {
                method.iterate(corridor, progress, random, TrainingLog.SILENT);
              }
            }));
  }

  @Test
  void tellsOfItsEpisodes() {
    List<Double> returns = new ArrayList<>();
    train(
        fresh(),
        0,
        20,
        new TrainingLog() {
          @Override
          public void episode(double totalReward, int steps) {
            assertTrue(steps > 0 && steps <= 50, steps + " steps");
            returns.add(totalReward);
          }
        });
    assertTrue(returns.size() >= 20, returns.size() + " episodes in 20 iterations");
    assertTrue(returns.stream().allMatch(total -> total == 0 || total == 1), returns.toString());
  }
}
