package org.ophiura.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.Trials;
import org.ophiura.learning.tabular.QLearningPlugin;
import org.ophiura.learning.tabular.QLearningSettings;
import org.ophiura.sim.ResetSpec;

final class InterruptionTest {
  private static final int PATIENCE_SECONDS = 60;

  private static TrialOutcome run(TrialSettings settings, int threads) {
    try (Trial trial = Trial.open(settings)) {
      return run(trial, threads, new Interruption(), TrialProgress.SILENT);
    }
  }

  private static TrialOutcome run(
      Trial trial, int threads, Interruption interruption, TrialProgress progress) {
    return new TrialRunner(trial, threads, interruption, progress).run(EpisodeListener.NONE);
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 3", "4, 1", "4, 3"})
  void anInterruptionKeepsWhatWasFinished(int parallelEpisodes, int threads) {
    Interruption interruption = new Interruption();
    TrialProgress progress =
        new TrialProgress() {
          @Override
          public void trained(TrainingEpisode episode) {
            if (episode.result().episode() == 3) {
              interruption.request();
            }
          }
        };
    TrialSettings settings =
        Trials.small("training.episodes=8", "training.parallel-episodes=" + parallelEpisodes);
    TrialOutcome whole = run(settings, 1);
    try (Trial trial = Trial.open(settings)) {
      TrialOutcome outcome = run(trial, threads, interruption, progress);
      assertTrue(outcome.interrupted());
      Training training = outcome.training().orElseThrow();
      assertEquals(4, training.episodes().size());
      for (int i = 0; i < 4; i++) {
        assertEquals(
            Outcomes.describe(whole.training().orElseThrow().episodes().get(i).result()),
            Outcomes.describe(training.episodes().get(i).result()));
      }
      assertEquals(0, outcome.evaluation().episodes().size());
      assertEquals(0, outcome.evaluation().successRate());
    }
    assertFalse(whole.interrupted());
  }

  @Test
  void episodesThatRunWhenTheUserInterruptsAreFinished() {
    Interruption interruption = new Interruption();
    try (Trial trial = new LineTrial(interruptWhenTwoRun(interruption)).withEvaluation(50).open()) {
      TrialOutcome outcome = run(trial, 2, interruption, TrialProgress.SILENT);
      assertTrue(outcome.interrupted());
      assertEquals(
          List.of(0, 1),
          outcome.evaluation().episodes().stream().map(EpisodeResult::episode).toList());
      assertTrue(outcome.evaluation().episodes().stream().allMatch(EpisodeResult::succeeded));
    }
  }

  @Test
  void finishedEpisodesOfAnUnfinishedRoundAreKeptAndLearned() {
    Interruption interruption = new Interruption();
    QLearningSettings settings =
        (QLearningSettings) Trials.small().training().orElseThrow().learner().settings();
    try (Trial trial =
        new LineTrial(interruptWhenTwoRun(interruption))
            .withTraining(8, 4, context -> new QLearningPlugin().create(settings, context))
            .open()) {
      TrialOutcome outcome = run(trial, 2, interruption, TrialProgress.SILENT);
      Training training = outcome.training().orElseThrow();
      assertEquals(
          List.of(0, 1),
          training.episodes().stream().map(episode -> episode.result().episode()).toList());
      double learned = outcome.learner().orElseThrow().meanValue();
      double mean =
          training.episodes().stream()
              .mapToDouble(TrainingEpisode::meanValue)
              .average()
              .orElseThrow();
      assertEquals(mean, learned, 1e-15, "the mean of what the finished episodes learned");
    }
  }

  /** Lets two episodes wait for each other, so that both run; the user then interrupts. */
  private static LinePlant.Script interruptWhenTwoRun(Interruption interruption) {
    CyclicBarrier bothRun = new CyclicBarrier(2, interruption::request);
    AtomicInteger begun = new AtomicInteger();
    return new LinePlant.Script() {
      @Override
      public void began(ResetSpec start) {
        assertTrue(begun.incrementAndGet() <= 2, "an episode was begun after the interruption");
        try {
          bothRun.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
          throw new AssertionError("two episodes should run at the same time", e);
        }
      }
    };
  }
}
