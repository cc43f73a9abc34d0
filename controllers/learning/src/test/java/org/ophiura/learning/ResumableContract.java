package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link Learner} keeps that is {@link Resumable}. */
public interface ResumableContract {
  /** Seed of the trainings; that of the initial values of the learner that loads is another. */
  long SEED = 16_180;

  /** A learner of {@link LearnerContract#STATES} states and {@link LearnerContract#ACTIONS}. */
  Learner newLearner(RandomGenerator random);

  /** A learner that has learned something. */
  private Learner trained() {
    Learner learner = newLearner(new SplittableRandom(SEED));
    LearnerContract.train(learner, 0, 4, SEED);
    return learner;
  }

  private static byte[] saved(Learner learner) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ((Resumable) learner).save(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  private static DataInputStream stream(byte[] bytes) {
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  @Test
  default void aLearnerThatWasSavedAndLoadedGoesOnToTheSameBits() throws IOException {
    Learner stayed = trained();
    Learner loaded = newLearner(new SplittableRandom(SEED + 1));
    assertNotEquals(LearnerContract.valuesOf(stayed), LearnerContract.valuesOf(loaded));
    ((Resumable) loaded).load(stream(saved(stayed)));
    for (int episode = 4; episode < 12; episode++) {
      assertEquals(LearnerContract.valuesOf(stayed), LearnerContract.valuesOf(loaded));
      assertArrayEquals(saved(stayed), saved(loaded));
      LearnerContract.train(stayed, episode, episode + 1, SEED + episode);
      LearnerContract.train(loaded, episode, episode + 1, SEED + episode);
      assertEquals(stayed.epsilon(), loaded.epsilon());
    }
  }

  @Test
  default void savingChangesNothing() throws IOException {
    Learner learner = trained();
    String before = LearnerContract.valuesOf(learner);
    byte[] first = saved(learner);
    assertArrayEquals(first, saved(learner));
    assertEquals(before, LearnerContract.valuesOf(learner));
  }

  @Test
  default void loadingReadsWhatWasSavedAndNoByteMore() throws IOException {
    byte[] bytes = saved(trained());
    DataInputStream in = stream(Arrays.copyOf(bytes, bytes.length + 3));
    ((Resumable) newLearner(new SplittableRandom(SEED))).load(in);
    assertEquals(3, in.available());
    Resumable other = (Resumable) newLearner(new SplittableRandom(SEED));
    assertThrows(
        EOFException.class, () -> other.load(stream(Arrays.copyOf(bytes, bytes.length - 1))));
  }
}
