package org.ophiura.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.Learner;
import org.ophiura.learning.Policy;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.plugin.SettingException;

final class TrainerTest {
  private static TrialOutcome run(Trial trial) {
    return new TrialRunner(trial, 1, new Interruption(), TrialProgress.SILENT)
        .run(EpisodeListener.NONE);
  }

  @Test
  void aTimeLimitTruncatesAndATargetTerminates() {
    RecordingLearner stands = new RecordingLearner(0);
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withTimeLimit(0.3)
            .withTraining(1, 1, context -> stands)
            .open()) {
      run(trial);
    }
    assertEquals(
        List.of(
            "episode 0 of 1",
            "10 -0-> 10, 0 mm",
            "10 -0-> 10, 0 mm",
            "10 -0-> 10, 0 mm, truncated"),
        stands.calls());
    RecordingLearner walks = new RecordingLearner(1);
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withDecisionPeriod(3)
            .withTraining(2, 1, context -> walks)
            .open()) {
      run(trial);
    }
    // A decision's reward is that of all its ticks; the last one of an episode may have fewer.
    assertEquals(
        List.of(
            "episode 0 of 2",
            "10 -1-> 7, 300 mm",
            "7 -1-> 4, 300 mm",
            "4 -1-> 2, 200 mm, terminated",
            "episode 1 of 2",
            "10 -1-> 7, 300 mm",
            "7 -1-> 4, 300 mm",
            "4 -1-> 2, 200 mm, terminated"),
        walks.calls());
  }

  @Test
  void reachingTheTargetInTheLastStepTerminatesAndDoesNotTruncate() {
    RecordingLearner walks = new RecordingLearner(1);
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withTimeLimit(0.8)
            .withDecisionPeriod(8)
            .withTraining(1, 1, context -> walks)
            .open()) {
      run(trial);
    }
    assertEquals(List.of("episode 0 of 1", "10 -1-> 2, 800 mm, terminated"), walks.calls());
  }

  @Test
  void whatLedToAFailureOfThePlantIsNotLearned() {
    RecordingLearner walks = new RecordingLearner(1);
    try (Trial trial =
        new LineTrial(LinePlant.failingWhere(spec -> true, 3))
            .withTraining(1, 1, context -> walks)
            .open()) {
      TrialOutcome outcome = run(trial);
      TrainingEpisode episode = outcome.training().orElseThrow().episodes().get(0);
      assertEquals(CycleStatus.DIVERGED, episode.result().status());
    }
    assertEquals(List.of("episode 0 of 1", "10 -1-> 9, 100 mm", "9 -1-> 8, 100 mm"), walks.calls());
  }

  @Test
  void aLearnerThatCannotMergeRefusesParallelEpisodes() {
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withTraining(4, 2, context -> new RecordingLearner(0))
            .open()) {
      SettingException refusal = assertThrows(SettingException.class, () -> run(trial));
      assertEquals(
          "training.parallel-episodes must be 1: the learner line cannot merge parallel episodes,"
              + " got 2",
          refusal.getMessage());
    }
  }

  @Test
  void sharedUpdatesAreLearnedFromEpisodeByEpisodeByTheOneLearner() {
    RecordingLearner walks = new RecordingLearner(1);
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withDecisionPeriod(4)
            .withMerge(Merge.SHARED_UPDATES)
            .withTraining(5, 2, context -> walks)
            .open()) {
      TrialOutcome outcome = run(trial);
      assertEquals(5, outcome.training().orElseThrow().episodes().size());
    }
    List<String> expected = new ArrayList<>();
    for (int episode = 0; episode < 5; episode++) {
      expected.add("episode " + episode + " of 5");
      expected.add("10 -1-> 6, 400 mm");
      expected.add("6 -1-> 2, 400 mm, terminated");
    }
    assertEquals(expected, walks.calls());
  }

  @Test
  void aFailedEpisodeIsLearnedFromAsFarAsItWentBySharedUpdatesToo() {
    RecordingLearner walks = new RecordingLearner(1);
    try (Trial trial =
        new LineTrial(LinePlant.failingWhere(spec -> true, 3))
            .withMerge(Merge.SHARED_UPDATES)
            .withTraining(2, 2, context -> walks)
            .open()) {
      run(trial);
    }
    assertEquals(
        List.of(
            "episode 0 of 2",
            "10 -1-> 9, 100 mm",
            "9 -1-> 8, 100 mm",
            "episode 1 of 2",
            "10 -1-> 9, 100 mm",
            "9 -1-> 8, 100 mm"),
        walks.calls());
  }

  @Test
  void everyAgentLearnsFromTheWholeRewardAndIsCounted() {
    RecordingLearner walks = new RecordingLearner(1);
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withDecisionPeriod(4)
            .withAgents(2)
            .withTraining(1, 1, context -> walks)
            .open()) {
      EpisodeResult episode = run(trial).training().orElseThrow().episodes().get(0).result();
      assertEquals(4, episode.decisions().actions()[1], "two decisions of two agents");
    }
    assertEquals(
        List.of(
            "episode 0 of 1",
            "episode 0 of 1",
            "10 -1-> 6, 400 mm",
            "10 -1-> 6, 400 mm",
            "6 -1-> 2, 400 mm, terminated",
            "6 -1-> 2, 400 mm, terminated"),
        walks.calls());
  }

  @Test
  void agentsNeedALearnerThatTheyCanShare() {
    try (Trial trial =
        new LineTrial(LinePlant.Script.NOTHING)
            .withAgents(2)
            .withTraining(1, 1, context -> new OneForEach())
            .open()) {
      SettingException refusal = assertThrows(SettingException.class, () -> run(trial));
      assertEquals(
          "training.learner.type must be a learner that 2 agents can share, such as q-learning, got"
              + " line",
          refusal.getMessage());
    }
  }

  /** A learner that can do no more than it must. */
  private static final class OneForEach implements Learner {
    private final Policy stand = (state, random) -> 0;

    @Override
    public void beginEpisode(int episode, int episodes, RandomGenerator random) {}

    @Override
    public Policy behaviour() {
      return stand;
    }

    @Override
    public Policy greedy() {
      return stand;
    }

    @Override
    public void observe(
        int state, int action, double reward, int next, boolean terminated, boolean truncated) {}

    @Override
    public double epsilon() {
      return 0;
    }

    @Override
    public double meanValue() {
      return 0;
    }
  }

  @Test
  void aDecisionPeriodLongerThanTheEpisodeIsRefused() {
    LineTrial trial = new LineTrial(LinePlant.Script.NOTHING).withTimeLimit(0.8);
    trial.withDecisionPeriod(8).open().close();
    SettingException refusal =
        assertThrows(SettingException.class, () -> trial.withDecisionPeriod(9).open());
    assertEquals(
        "controller.decision-period must be <= the 8 control ticks of an episode, got 9; shorten"
            + " it, or lengthen task.time-limit",
        refusal.getMessage());
  }
}
