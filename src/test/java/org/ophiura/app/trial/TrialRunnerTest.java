package org.ophiura.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Trials;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.plugin.SettingException;

final class TrialRunnerTest {
  private static TrialOutcome run(TrialSettings settings, int threads) {
    try (Trial trial = Trial.open(settings)) {
      return run(trial, threads, new Interruption(), TrialProgress.SILENT);
    }
  }

  private static TrialOutcome run(
      Trial trial, int threads, Interruption interruption, TrialProgress progress) {
    return new TrialRunner(trial, threads, interruption, progress).run(EpisodeListener.NONE);
  }

  private static final String DECENTRALISED =
      "controller={type: decentralised, policy: {type: q-table}}";
  private static final String CENTRAL = "controller={type: leading-arm, policy: {type: q-table}}";

  private static TrialSettings rounds(int parallelEpisodes, String merge, String controller) {
    return Trials.small(
        controller,
        "training.parallel-episodes=" + parallelEpisodes,
        "training.merge=" + merge,
        "training.learner={type: q-learning, steps: 3, hold-decisions: 2, alpha: 0.1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | average | " + CENTRAL,
        "4 | average | " + CENTRAL,
        "4 | shared-updates | " + CENTRAL,
        "1 | average | " + DECENTRALISED,
        "4 | average | " + DECENTRALISED,
        "4 | shared-updates | " + DECENTRALISED
      })
  void anyNumberOfThreadsGivesTheSameBits(int parallelEpisodes, String merge, String controller) {
    TrialSettings settings = rounds(parallelEpisodes, merge, controller);
    String alone = Outcomes.describe(run(settings, 1));
    assertEquals(alone, Outcomes.describe(run(settings, 2)));
    assertEquals(alone, Outcomes.describe(run(settings, 3)));
  }

  @ParameterizedTest
  @ValueSource(strings = {CENTRAL, DECENTRALISED})
  void roundsOfOneEpisodeAreTheSequentialAlgorithmHoweverTheyAreMerged(String controller) {
    String sequential = Outcomes.describe(run(rounds(1, "average", controller), 1));
    assertEquals(sequential, Outcomes.describe(run(rounds(1, "shared-updates", controller), 1)));
    String averaged = Outcomes.describe(run(rounds(4, "average", controller), 1));
    String shared = Outcomes.describe(run(rounds(4, "shared-updates", controller), 1));
    assertEquals(3, Set.of(sequential, averaged, shared).size(), "in rounds of four they differ");
  }

  @Test
  void theSizeOfARoundIsPartOfTheResult() {
    assertNotEquals(
        Outcomes.describe(run(Trials.small("training.parallel-episodes=1"), 2)),
        Outcomes.describe(run(Trials.small("training.parallel-episodes=4"), 2)));
  }

  @Test
  void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
    String first = Outcomes.describe(run(Trials.small("seed=5"), 2));
    assertEquals(first, Outcomes.describe(run(Trials.small("seed=5"), 2)));
    assertNotEquals(first, Outcomes.describe(run(Trials.small("seed=6"), 2)));
  }

  @Test
  void evaluatingWhileTrainingChangesNothingInTheTraining() {
    TrialOutcome often = run(Trials.small("training.evaluate-every=1"), 1);
    TrialOutcome never = run(Trials.small("training.evaluate-every=0"), 1);
    assertEquals(5, often.training().orElseThrow().validations().size());
    assertEquals(0, never.training().orElseThrow().validations().size());
    assertEquals(Outcomes.describe(never.evaluation()), Outcomes.describe(often.evaluation()));
  }

  @Test
  void progressIsToldInOrderOnTheCallersThread() {
    List<String> told = new ArrayList<>();
    Thread caller = Thread.currentThread();
    TrialProgress progress =
        new TrialProgress() {
          private void tell(String what) {
            assertEquals(caller, Thread.currentThread());
            told.add(what);
          }

          @Override
          public void trained(TrainingEpisode episode) {
            tell("trained " + episode.result().episode());
          }

          @Override
          public void validated(Evaluation evaluation) {
            tell("validated after " + evaluation.afterTrainingEpisodes());
          }

          @Override
          public void evaluated(EpisodeResult episode) {
            tell("evaluated " + episode.episode());
          }
        };
    try (Trial trial =
        Trial.open(Trials.small("training.parallel-episodes=2", "evaluation.episodes=3"))) {
      run(trial, 2, new Interruption(), progress);
    }
    assertEquals(
        List.of(
            "trained 0",
            "trained 1",
            "validated after 2",
            "trained 2",
            "trained 3",
            "validated after 4",
            "trained 4",
            "evaluated 0",
            "evaluated 1",
            "evaluated 2"),
        told);
  }

  @Test
  void thePolicyThatWasTrainedIsTheOneThatIsEvaluated() {
    TrialSettings settings = Trials.small();
    TrialOutcome outcome = run(settings, 2);
    try (Trial trial = Trial.open(settings)) {
      TrialOutcome again =
          new TrialRunner(trial, 1, new Interruption(), TrialProgress.SILENT)
              .evaluate(outcome.learner().orElseThrow().greedy(), EpisodeListener.NONE);
      assertEquals(
          Outcomes.describe(outcome.evaluation().episodes()),
          Outcomes.describe(again.evaluation().episodes()));
    }
  }

  @Test
  void aLearnedPolicyNeedsATrainingBlock() {
    TrialSettings settings = Trials.small();
    TrialSettings untrained =
        new TrialSettings(
            settings.name(),
            settings.seed(),
            settings.plant(),
            settings.task(),
            settings.controller(),
            settings.disturbances(),
            Optional.empty(),
            settings.evaluation());
    SettingException refusal = assertThrows(SettingException.class, () -> run(untrained, 1));
    assertEquals(
        "training must be given: the policy of the controller is learned; add a training block,"
            + " name a trained table with controller.policy.file, or choose a policy that does not"
            + " learn",
        refusal.getMessage());
  }

  @Test
  void failedEpisodesAreNamedAndCountAsFailures() {
    try (Trial trial =
        new LineTrial(LinePlant.failingWhere(target -> target.y() > 0, 3))
            .withTargetOnCircle()
            .withEvaluation(20)
            .open()) {
      Evaluation evaluation = run(trial, 2, new Interruption(), TrialProgress.SILENT).evaluation();
      List<Integer> failed = new ArrayList<>();
      for (EpisodeResult episode : evaluation.episodes()) {
        Position target =
            trial
                .newTask()
                .orElseThrow()
                .start(EpisodeKind.EVALUATION.start(trial.streams(), episode.episode()))
                .target()
                .orElseThrow();
        boolean fails = target.y() > 0;
        assertEquals(fails ? CycleStatus.DIVERGED : CycleStatus.OK, episode.status());
        assertEquals(fails ? 2 : 8, episode.steps());
        assertEquals(!fails, episode.succeeded());
        if (fails) {
          failed.add(episode.episode());
        }
      }
      assertTrue(failed.size() > 3 && failed.size() < 17, "of 20 targets, behind: " + failed);
      assertEquals(failed, evaluation.failedEpisodes());
      assertEquals((20.0 - failed.size()) / 20, evaluation.successRate(), 1e-15);
      assertEquals(0.8, evaluation.meanTimeToTargetSeconds(), 1e-15);
    }
  }

  @Test
  void aFailureWithinAnEpisodeReachesTheCaller() {
    LinePlant.Script defect =
        new LinePlant.Script() {
          @Override
          public void began(ResetSpec start) {
            throw new UnsupportedOperationException("a defect");
          }
        };
    try (Trial trial = new LineTrial(defect).open()) {
      UnsupportedOperationException thrown =
          assertThrows(
              UnsupportedOperationException.class,
              () -> run(trial, 2, new Interruption(), TrialProgress.SILENT));
      assertEquals("a defect", thrown.getMessage());
    }
  }
}
