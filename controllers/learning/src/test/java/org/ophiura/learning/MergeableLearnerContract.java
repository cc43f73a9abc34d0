package org.ophiura.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** What every {@link MergeableLearner} keeps. */
public abstract class MergeableLearnerContract extends LearnerContract {
  private static final long SEED = 27_182;

  @Override
  protected abstract MergeableLearner newLearner(RandomGenerator random);

  @Test
  void forkKnowsWhatItsParentKnows() {
    MergeableLearner parent = trained();
    assertEquals(valuesOf(parent), valuesOf(parent.fork()));
  }

  @Test
  void forkAndParentLearnApart() {
    MergeableLearner parent = trained();
    String before = valuesOf(parent);
    Learner fork = parent.fork();
    train(fork, 4, 8, SEED + 1);
    assertEquals(before, valuesOf(parent));
    assertNotEquals(before, valuesOf(fork));
  }

  @Test
  void mergingOneForkIsLearningInPlaceBitForBit() {
    MergeableLearner inPlace = trained();
    MergeableLearner forking = trained();
    for (int episode = 4; episode < 12; episode++) {
      train(inPlace, episode, episode + 1, SEED + episode);
      Learner fork = forking.fork();
      train(fork, episode, episode + 1, SEED + episode);
      forking.merge(List.of(fork));
      assertEquals(valuesOf(inPlace), valuesOf(forking));
    }
  }

  @Test
  void mergingDoesNotTieForksToTheParent() {
    MergeableLearner parent = trained();
    Learner fork = parent.fork();
    train(fork, 4, 5, SEED);
    parent.merge(List.of(fork));
    String merged = valuesOf(parent);
    train(fork, 5, 6, SEED);
    assertEquals(merged, valuesOf(parent));
  }

  @Test
  void mergingNoneOrAStrangerIsRefused() {
    MergeableLearner parent = trained();
    assertThrows(IllegalArgumentException.class, () -> parent.merge(List.of()));
    List<Learner> strangers = List.of(new RecordingLearner());
    assertThrows(IllegalArgumentException.class, () -> parent.merge(strangers));
  }

  private MergeableLearner trained() {
    MergeableLearner learner = newLearner(new SplittableRandom(SEED));
    train(learner, 0, 4, SEED);
    return learner;
  }
}
