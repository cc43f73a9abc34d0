package org.ophiura.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Allocation;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.RandomStreams.Purpose;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.Policy;
import org.ophiura.learning.SharingLearner;
import org.ophiura.learning.TeamSession;
import org.ophiura.learning.tabular.QLearner;
import org.ophiura.learning.tabular.QLearningPlugin;
import org.ophiura.learning.tabular.QLearningSettings;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;

final class RigTest {
  /** Sum of 50 differences of numbers below 2: each rounds by less than 2.3e-16. */
  private static final double SUM_TOLERANCE_METRES = 1e-13;

  /** Keeps the numbers of an episode that a test looks at. */
  private static final class Watcher implements EpisodeListener {
    private final int distanceIndex;
    private double firstDistance;
    private double lastDistance;
    private double rewards;
    private int steps;
    private final List<Integer> stepsWithoutReward = new ArrayList<>();

    Watcher(Rig rig) {
      distanceIndex = rig.plant().layout().observation("xy_distance_to_target").offset();
    }

    @Override
    public void began(PlantState state) {
      firstDistance = state.get(distanceIndex);
    }

    @Override
    public void stepped(PlantState state, JointCommand command, double reward) {
      lastDistance = state.get(distanceIndex);
      rewards += reward;
      steps++;
      if (reward == 0) {
        stepsWithoutReward.add(steps);
      }
    }
  }

  @Test
  void rewardsAddUpToTheDecreaseOfTheDistanceAndAreNotZero() {
    try (Trial trial = Trial.open(Trials.small("controller.policy.type=follow-target"));
        Rig rig = trial.newRig()) {
      Watcher watcher = new Watcher(rig);
      EpisodeResult result = rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), watcher);
      assertEquals(0.25, watcher.firstDistance, SUM_TOLERANCE_METRES);
      assertEquals(
          watcher.firstDistance - watcher.lastDistance, watcher.rewards, SUM_TOLERANCE_METRES);
      assertEquals(watcher.rewards, result.totalReward());
      assertEquals(watcher.steps, result.steps());
      // A task that compared the plant's live view with itself would see no progress at all.
      // In the first step the generator still rests, and the robot sinks straight down.
      assertEquals(List.of(1), watcher.stepsWithoutReward);
    }
  }

  @Test
  void anEpisodeDoesNotDependOnThoseThatRanOnTheRigBefore() {
    try (Trial trial =
            Trial.open(
                Trials.small(
                    "controller.policy.type=random",
                    "task.random-start-rotation=true",
                    "task.joint-position-noise=0.1",
                    "task.joint-velocity-noise=0.1"));
        Rig used = trial.newRig();
        Rig fresh = trial.newRig()) {
      String alone = run(fresh, trial, EpisodeKind.EVALUATION, 7);
      run(used, trial, EpisodeKind.TRAINING, 0);
      run(used, trial, EpisodeKind.EVALUATION, 3);
      assertEquals(alone, run(used, trial, EpisodeKind.EVALUATION, 7));
      assertEquals(alone, run(fresh, trial, EpisodeKind.EVALUATION, 7));
      assertNotEquals(alone, run(fresh, trial, EpisodeKind.EVALUATION, 8));
    }
  }

  private static String run(Rig rig, Trial trial, EpisodeKind kind, int episode) {
    return Outcomes.describe(
        rig.decider()
            .map(DecidingController::policy)
            .map(policy -> rig.run(kind, episode, trial.streams(), policy, EpisodeListener.NONE))
            .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    // limit, steps of 0.1 s; ten times 0.1 adds up to less than 1, and 1.1 / 0.1 is above 11
    "0.1, 1",
    "0.3, 3",
    "0.6, 6",
    "0.7, 7",
    "1, 10",
    "1.1, 11",
    "2.3, 23",
    "100, 1000",
    "0.01, 1",
    "0.99, 10",
    "1.01, 11"
  })
  void theTimeLimitCountsControlSteps(double limitSeconds, int steps) {
    try (Trial trial = new LineTrial(LinePlant.Script.NOTHING).withTimeLimit(limitSeconds).open();
        Rig rig = trial.newRig()) {
      assertEquals(steps, rig.stepLimit());
      EpisodeResult result =
          rig.run(
              EpisodeKind.EVALUATION, 0, trial.streams(), (state, random) -> 0, listener(steps));
      assertEquals(steps, result.steps());
      assertFalse(result.succeeded());
      assertEquals(CycleStatus.OK, result.status());
    }
  }

  /** Fails a test that runs on for ever. */
  private static EpisodeListener listener(int steps) {
    int[] counted = {0};
    return (state, command, reward) -> assertTrue(++counted[0] <= steps, "runs past its limit");
  }

  @Test
  void anEpisodeEndsAsSoonAsTheTargetIsReached() {
    try (Trial trial = new LineTrial(LinePlant.Script.NOTHING).open();
        Rig rig = trial.newRig()) {
      EpisodeResult result =
          rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), EpisodeListener.NONE);
      assertEquals(8, result.steps());
      assertEquals(0.8, result.seconds(), 1e-15);
      assertEquals(0.8, result.totalReward(), 1e-15);
      assertTrue(result.succeeded());
    }
  }

  @Test
  void reachingTheTargetInTheLastStepIsASuccess() {
    try (Trial trial = new LineTrial(LinePlant.Script.NOTHING).withTimeLimit(0.8).open();
        Rig rig = trial.newRig()) {
      assertTrue(
          rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), EpisodeListener.NONE).succeeded());
    }
    try (Trial trial = new LineTrial(LinePlant.Script.NOTHING).withTimeLimit(0.7).open();
        Rig rig = trial.newRig()) {
      assertFalse(
          rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), EpisodeListener.NONE).succeeded());
    }
  }

  @Test
  void aStaleStateAtTheEndIsNotAFailure() {
    LinePlant.Script late =
        new LinePlant.Script() {
          @Override
          public CycleStatus stepped(ResetSpec start, int step) {
            return step >= 7 ? CycleStatus.STALE : CycleStatus.OK;
          }
        };
    try (Trial trial = new LineTrial(late).withTimeLimit(0.8).open();
        Rig rig = trial.newRig()) {
      EpisodeResult result =
          rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), EpisodeListener.NONE);
      assertEquals(CycleStatus.OK, result.status());
      assertEquals(8, result.steps());
    }
  }

  @ParameterizedTest
  @CsvSource({"DIVERGED", "FAULT"})
  void aPlantThatFailsEndsTheEpisodeWithItsStatus(CycleStatus failure) {
    LinePlant.Script failing =
        new LinePlant.Script() {
          @Override
          public CycleStatus stepped(ResetSpec start, int step) {
            return step == 4 ? failure : CycleStatus.OK;
          }
        };
    try (Trial trial = new LineTrial(failing).open();
        Rig rig = trial.newRig()) {
      EpisodeResult result =
          rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), EpisodeListener.NONE);
      assertEquals(failure, result.status());
      assertEquals(3, result.steps());
      assertEquals(0.3, result.totalReward(), 1e-15);
      assertFalse(result.succeeded());
    }
  }

  @Test
  void theControllersOwnPolicyIsBackAfterAnEpisode() {
    try (Trial trial = new LineTrial(LinePlant.Script.NOTHING).open();
        Rig rig = trial.newRig()) {
      Policy own = rig.decider().orElseThrow().policy();
      Policy stands = (state, random) -> 0;
      Policy fails =
          (state, random) -> {
            throw new IllegalStateException("a policy that fails");
          };
      rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), stands, EpisodeListener.NONE);
      assertSame(own, rig.decider().orElseThrow().policy());
      assertThrows(
          IllegalStateException.class,
          () -> rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), fails, EpisodeListener.NONE));
      assertSame(own, rig.decider().orElseThrow().policy());
    }
  }

  @Test
  void decisionsAreCountedByStateAndAction() {
    try (Trial trial =
            new LineTrial(LinePlant.Script.NOTHING).withDecisionPeriod(2).withTimeLimit(1).open();
        Rig rig = trial.newRig()) {
      Policy walksOnce = (state, random) -> state == 10 ? 1 : 0;
      DecisionCount decisions =
          rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), walksOnce, EpisodeListener.NONE)
              .decisions();
      assertEquals(1, decisions.states()[10], "at 1 m");
      assertEquals(4, decisions.states()[8], "at 0.8 m, after two steps");
      assertEquals(1, decisions.actions()[1]);
      assertEquals(4, decisions.actions()[0]);
    }
  }

  /** What the loop of an episode does at each control step, with the learner in it. */
  @ParameterizedTest
  @ValueSource(strings = {"leading-arm", "decentralised"})
  void aControlStepAllocatesNothingWhileLearning(String controllerType) {
    try (Trial trial =
            Trial.open(
                Trials.small(
                    "controller={type: " + controllerType + ", policy: {type: q-table}}"));
        Rig rig = trial.newRig()) {
      DecidingController controller = rig.decider().orElseThrow();
      QLearningSettings settings =
          (QLearningSettings) trial.settings().training().orElseThrow().learner().settings();
      QLearner learner =
          new QLearningPlugin()
              .create(
                  settings,
                  new LearnerContext(
                      controller.indexer().stateCount(),
                      controller.actionCount(),
                      trial.streams().stream(Purpose.INITIAL_VALUES, 0)));
      TeamSession session = new TeamSession(SharingLearner.team(learner, controller.agentCount()));
      DecisionCount count =
          new DecisionCount(controller.indexer().stateCount(), controller.actionCount());
      controller.usePolicies(session.policies().stream().map(count::watch).toList());
      session.beginEpisode(0, 1, trial.streams().stream(Purpose.LEARNER, 0));
      assertEquals(0, Allocation.leastBytes(500, controlStep(rig, trial, session)));
    }
  }

  @Test
  void aControlStepAllocatesNothingWhileEvaluating() {
    try (Trial trial = Trial.open(Trials.small("controller.policy.type=follow-target"));
        Rig rig = trial.newRig()) {
      TeamSession unused = new TeamSession(List.of(new RecordingLearner(0)));
      assertEquals(0, Allocation.leastBytes(500, controlStep(rig, trial, unused)));
    }
  }

  private static Runnable controlStep(Rig rig, Trial trial, TeamSession session) {
    PlantState state = rig.plant().state();
    JointCommand command = new JointCommand(rig.plant().layout());
    double period = rig.plant().controlPeriodSeconds();
    rig.plant()
        .reset(
            rig.task().start(trial.streams().stream(Purpose.TRAINING_START, 0)),
            trial.streams().stream(Purpose.TRAINING_NOISE, 0));
    rig.task().begin(state);
    rig.controller().reset(state, trial.streams().stream(Purpose.TRAINING_CHOICE, 0));
    return () -> {
      rig.controller().update(state, period, command);
      rig.plant().step(command);
      rig.task().observe(state);
      session.addReward(rig.task().reward());
    };
  }
}
