package org.ophiura.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.Trials;
import org.ophiura.learning.tabular.QLearningPlugin;
import org.ophiura.learning.tabular.QLearningSettings;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.plugin.SettingException;

/** A trial that is stopped at each state it can go on from, on the line where it costs nothing. */
final class ResumeTest {
  /** Ends a trial as a signal would: without another word. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Keeps every state, and ends the trial at one of them. */
  private static final class Memory implements Checkpoints {
    private final Optional<TrialState> start;
    private final int fatal;
    private final List<TrialState> states = new ArrayList<>();

    Memory(Optional<TrialState> start, int fatal) {
      this.start = start;
      this.fatal = fatal;
    }

    @Override
    public Optional<TrialState> start() {
      return start;
    }

    @Override
    public void reached(Supplier<TrialState> state) {
      states.add(state.get());
      if (states.size() == fatal) {
        throw new Killed();
      }
    }

    @Override
    public void phaseEnded(Supplier<TrialState> state) {
      reached(state);
    }

    TrialState last() {
      return states.get(states.size() - 1);
    }
  }

  private static Trial open(int parallelEpisodes) {
    QLearningSettings settings =
        (QLearningSettings) Trials.small().training().orElseThrow().learner().settings();
    return new LineTrial(LinePlant.Script.NOTHING)
        .withTargetOnCircle()
        .withValidation(3, 2)
        .withTraining(
            8, parallelEpisodes, context -> new QLearningPlugin().create(settings, context))
        .open();
  }

  private static TrialOutcome run(Trial trial, int threads, Checkpoints checkpoints) {
    return new TrialRunner(trial, threads, new Interruption(), TrialProgress.SILENT, checkpoints)
        .run(EpisodeListener.NONE);
  }

  @ParameterizedTest
  @CsvSource({"1, 1, 2", "1, 2, 1", "3, 1, 2", "3, 2, 1"})
  void aTrialThatIsStoppedAnywhereEndsWithTheSameBits(int parallel, int before, int after) {
    try (Trial trial = open(parallel)) {
      String whole = Outcomes.describe(run(trial, 1, Checkpoints.NONE));
      Memory all = new Memory(Optional.empty(), -1);
      assertEquals(whole, Outcomes.describe(run(trial, before, all)), "keeping changes nothing");
      int rounds = (8 + parallel - 1) / parallel;
      assertEquals(rounds + 2 + 1 + 4 + 1, all.states.size(), "rounds, validations, evaluation");
      for (int fatal = 1; fatal <= all.states.size(); fatal++) {
        Memory killed = new Memory(Optional.empty(), fatal);
        assertThrows(Killed.class, () -> run(trial, before, killed));
        Memory resumed = new Memory(Optional.of(killed.last()), -1);
        assertEquals(whole, Outcomes.describe(run(trial, after, resumed)), "stopped at " + fatal);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "3"})
  void aTrialThatIsStoppedAtEveryStateEndsWithTheSameBits(int parallel) {
    try (Trial trial = open(parallel)) {
      Optional<TrialState> state = Optional.empty();
      Optional<TrialOutcome> outcome = Optional.empty();
      int processes = 0;
      while (outcome.isEmpty()) {
        Memory memory = new Memory(state, state.map(ResumeTest::next).orElse(1));
        try {
          outcome = Optional.of(run(trial, 1 + processes % 2, memory));
        } catch (Killed e) {
          state = Optional.of(memory.last());
        }
        processes++;
        assertTrue(processes < 100, "it makes no headway");
      }
      assertEquals(
          Outcomes.describe(run(trial, 1, Checkpoints.NONE)),
          Outcomes.describe(outcome.orElseThrow()));
      assertTrue(processes > 8, "stopped " + processes + " times");
    }
  }

  /** The first state that is new: one that a phase ended with comes again. */
  private static int next(TrialState state) {
    if (state.evaluation().size() == 4) {
      return -1;
    }
    return state.training().size() == 8 && state.validations().size() == 2 ? 2 : 1;
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 1", "3, 2"})
  void aTrialThatTheUserInterruptsGoesOnToTheSameBits(int parallel, int threads) {
    try (Trial trial = open(parallel)) {
      String whole = Outcomes.describe(run(trial, 1, Checkpoints.NONE));
      for (int episode = 0; episode < 12; episode++) {
        int last = episode;
        Interruption interruption = new Interruption();
        TrialProgress interrupting =
            new TrialProgress() {
              @Override
              public void trained(TrainingEpisode trained) {
                stopAt(trained.result().episode());
              }

              @Override
              public void evaluated(EpisodeResult evaluated) {
                stopAt(8 + evaluated.episode());
              }

              private void stopAt(int number) {
                if (number == last) {
                  interruption.request();
                }
              }
            };
        Memory memory = new Memory(Optional.empty(), -1);
        TrialOutcome outcome =
            new TrialRunner(trial, threads, interruption, interrupting, memory)
                .run(EpisodeListener.NONE);
        assertTrue(outcome.interrupted());
        Memory resumed = new Memory(Optional.of(memory.last()), -1);
        assertEquals(whole, Outcomes.describe(run(trial, 1, resumed)), "interrupted at " + episode);
        if (parallel == 1 && episode < 8) {
          assertEquals(episode + 1, memory.last().training().size(), "nothing is lost");
        }
      }
    }
  }

  @Test
  void anInterruptionBetweenTwoRoundsLosesNothing() {
    Interruption interruption = new Interruption();
    List<TrialState> kept = new ArrayList<>();
    Checkpoints rare =
        new Checkpoints() {
          private int states;

          @Override
          public void reached(Supplier<TrialState> state) {
            states++;
            if (states == 2) {
              interruption.request();
            }
          }

          @Override
          public void phaseEnded(Supplier<TrialState> state) {
            kept.add(state.get());
          }
        };
    try (Trial trial = open(1)) {
      new TrialRunner(trial, 1, interruption, TrialProgress.SILENT, rare).run(EpisodeListener.NONE);
    }
    assertEquals(1, kept.size());
    assertEquals(2, kept.get(0).training().size());
  }

  /** Counts the steps of the episode that it watches. */
  private static final class Watch implements EpisodeListener {
    private final List<Double> seen = new ArrayList<>();

    @Override
    public void stepped(PlantState state, JointCommand command, double reward) {
      seen.add(reward);
    }
  }

  @Test
  void theFirstEvaluationEpisodeIsSeenAgainAfterItWasDone() {
    try (Trial trial = open(1)) {
      Watch whole = new Watch();
      Memory all = new Memory(Optional.empty(), -1);
      runner(trial, all).run(whole);
      Watch again = new Watch();
      runner(trial, new Memory(Optional.of(all.last()), -1)).run(again);
      assertFalse(whole.seen.isEmpty());
      assertEquals(whole.seen, again.seen);
    }
  }

  private static TrialRunner runner(Trial trial, Checkpoints checkpoints) {
    return new TrialRunner(trial, 2, new Interruption(), TrialProgress.SILENT, checkpoints);
  }

  @Test
  void theWallClockGoesOn() {
    try (Trial trial = open(1)) {
      TrialState spent = new TrialState(List.of(), List.of(), Optional.empty(), List.of(), 50, 70);
      TrialOutcome outcome = run(trial, 1, new Memory(Optional.of(spent), -1));
      assertTrue(outcome.training().orElseThrow().wallSeconds() > 50);
      assertTrue(outcome.evaluationWallSeconds() > 70);
    }
  }

  @Test
  void aLearnerThatCannotBeSavedRunsWithoutCheckpoints() {
    List<Boolean> told = new ArrayList<>();
    TrialProgress progress =
        new TrialProgress() {
          @Override
          public void begun(TrialState start, boolean resumable) {
            told.add(resumable);
          }
        };
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withTraining(2, 1, context -> new RecordingLearner(1))
            .open()) {
      Memory memory = new Memory(Optional.empty(), -1);
      new TrialRunner(trial, 1, new Interruption(), progress, memory).run(EpisodeListener.NONE);
      assertEquals(List.of(), memory.states);
    }
    assertEquals(List.of(false), told);
  }

  @Test
  void aCheckpointOfAnotherLearnerIsRefused() {
    try (Trial trial = open(1)) {
      TrialState strange =
          new TrialState(
              List.of(),
              List.of(),
              Optional.of(SavedLearner.of(new byte[] {0, 0, 0, 2, 0, 0, 0, 2})),
              List.of(),
              0,
              0);
      SettingException refusal =
          assertThrows(
              SettingException.class, () -> run(trial, 1, new Memory(Optional.of(strange), -1)));
      assertEquals(
          "training.learner must be the learner of the checkpoint: the saved table is 2 x 2, this"
              + " one 100 x 2; start the run again",
          refusal.getMessage());
    }
  }

  @Test
  void theTrialsOfTheseTestsLearnSomething() {
    try (Trial trial = open(1)) {
      Memory all = new Memory(Optional.empty(), -1);
      run(trial, 1, all);
      byte[] first = all.states.get(0).learner().orElseThrow().bytes();
      byte[] last = all.last().learner().orElseThrow().bytes();
      assertNotEquals(java.util.Arrays.toString(first), java.util.Arrays.toString(last));
    }
  }
}
