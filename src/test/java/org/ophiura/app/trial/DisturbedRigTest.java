package org.ophiura.app.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ophiura.app.Trials;
import org.ophiura.app.disturbance.Disturbance.SensorDelay;
import org.ophiura.app.disturbance.Disturbance.SensorNoise;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/** Episodes in which something goes wrong. */
final class DisturbedRigTest {
  /** Sum of 50 differences of numbers below 2: each rounds by less than 2.3e-16. */
  private static final double SUM_TOLERANCE_METRES = 1e-13;

  private static final String FOLLOW = "controller.policy.type=follow-target";

  private static EpisodeResult run(Trial trial, EpisodeListener listener) {
    try (Rig rig = trial.newRig()) {
      return rig.run(EpisodeKind.EVALUATION, 0, trial.streams(), listener);
    }
  }

  private static String run(String... changes) {
    try (Trial trial = Trial.open(Trials.small(changes))) {
      return Outcomes.describe(run(trial, EpisodeListener.NONE));
    }
  }

  @Test
  void aDelayedControllerDecidesOnWhatWasSoManyTicksAgo() {
    try (Trial trial =
            new LineTrial(LinePlant.Script.NOTHING)
                .withDisturbances(new SensorDelay(Optional.of("xy_distance_to_target"), 3, 0))
                .open();
        Rig rig = trial.newRig()) {
      DecisionCount decisions =
          rig.run(
                  EpisodeKind.EVALUATION,
                  0,
                  trial.streams(),
                  (state, random) -> 1,
                  EpisodeListener.NONE)
              .decisions();
      assertEquals(4, decisions.states()[10], "at 1 m, and three ticks more");
      assertEquals(1, decisions.states()[6]);
      assertEquals(0, decisions.states()[5], "eight steps reach the target");
    }
  }

  @Test
  void theTaskJudgesTheTruthHoweverNoisyTheSensors() {
    try (Trial trial =
            new LineTrial(LinePlant.Script.NOTHING)
                .withDisturbances(new SensorNoise(Optional.of("xy_distance_to_target"), 0.3, 0))
                .open();
        Rig rig = trial.newRig()) {
      List<Double> truth = new ArrayList<>();
      List<Double> seen = new ArrayList<>();
      EpisodeResult result =
          rig.run(
              EpisodeKind.EVALUATION,
              0,
              trial.streams(),
              (state, command, reward) -> {
                truth.add(state.get(0));
                seen.add(rig.state().get(0));
              });
      assertEquals(8, result.steps());
      assertEquals(0.8, result.totalReward(), SUM_TOLERANCE_METRES);
      for (int i = 0; i < 8; i++) {
        assertEquals(1 - 0.1 * (i + 1), truth.get(i), SUM_TOLERANCE_METRES);
        assertNotEquals(truth.get(i), seen.get(i));
      }
    }
  }

  @Test
  void withoutDisturbancesOfTheSensorsTheControllerSeesTheStateItself() {
    try (Trial trial = Trial.open(Trials.small(FOLLOW, "disturbances=[{type: lose-arm, arm: 2}]"));
        Rig rig = trial.newRig()) {
      rig.run(
          EpisodeKind.EVALUATION,
          0,
          trial.streams(),
          (state, command, reward) -> assertSame(rig.state(), state));
    }
  }

  @Test
  void noiseOfEachEpisodeIsItsOwnAndTheSameOnEveryRun() {
    try (Trial trial =
            new LineTrial(LinePlant.Script.NOTHING)
                .withDisturbances(new SensorNoise(Optional.empty(), 0.3, 0))
                .open();
        Rig rig = trial.newRig()) {
      double first = firstSeen(rig, trial, EpisodeKind.EVALUATION, 0);
      assertNotEquals(first, firstSeen(rig, trial, EpisodeKind.EVALUATION, 1));
      assertNotEquals(first, firstSeen(rig, trial, EpisodeKind.TRAINING, 0));
      assertEquals(first, firstSeen(rig, trial, EpisodeKind.EVALUATION, 0));
    }
  }

  private static double firstSeen(Rig rig, Trial trial, EpisodeKind kind, int episode) {
    double[] seen = {0};
    rig.run(
        kind,
        episode,
        trial.streams(),
        new EpisodeListener() {
          @Override
          public void began(PlantState state) {
            seen[0] = rig.state().get(0);
          }

          @Override
          public void stepped(PlantState state, JointCommand command, double reward) {}
        });
    return seen[0];
  }

  @Test
  void theWayThatTheTargetGoesIsNoProgress() {
    List<Double> distances = new ArrayList<>();
    List<Double> rewards = new ArrayList<>();
    try (Trial trial =
        Trial.open(
            Trials.small(FOLLOW, "disturbances=[{type: move-target, to: [-0.9, 0.6], at: 1}]"))) {
      int distance = trial.layout().observation("xy_distance_to_target").offset();
      EpisodeResult result =
          run(
              trial,
              new EpisodeListener() {
                @Override
                public void began(PlantState state) {
                  distances.add(state.get(distance));
                }

                @Override
                public void stepped(PlantState state, JointCommand command, double reward) {
                  distances.add(state.get(distance));
                  rewards.add(reward);
                }
              });
      assertEquals(50, result.steps());
      // At 1 s, after 25 control steps; the next one shows it.
      double jump = distances.get(26) - distances.get(25);
      assertTrue(Math.abs(jump) > 0.5, "the target jumps: " + jump);
      assertEquals(0, rewards.get(25), 0.05);
      assertEquals(
          distances.get(0) - distances.get(25) + distances.get(26) - distances.get(50),
          result.totalReward() - rewards.get(25),
          SUM_TOLERANCE_METRES);
    }
  }

  @Test
  void aTargetThatIsMovedFromTheStartIsThereFromTheStart() {
    assertEquals(
        run(FOLLOW, "task.target={type: fixed, position: [0.2, 0.15, 0.05]}"),
        run(FOLLOW, "disturbances=[{type: move-target, to: [0.2, 0.15]}]"));
  }

  @Test
  void damageAfterTheLastStepThatIsMadeChangesNothing() {
    String undisturbed = run(FOLLOW);
    assertEquals(undisturbed, run(FOLLOW, "disturbances=[{type: lose-arm, arm: 0, at: 1.99}]"));
    assertNotEquals(undisturbed, run(FOLLOW, "disturbances=[{type: lose-arm, arm: 0, at: 0.4}]"));
  }

  @Test
  void whatGoesWrongGoesWrongAlikeOnAnyNumberOfThreads() {
    TrialSettings settings =
        Trials.small(
            "disturbances=[{type: lose-arm, arm: 1, at: 1}, {type: sensor-noise,"
                + " standard-deviation: 0.3, observation: disk_rotation}, {type: push, force: [30,"
                + " 0, 0], at: 0.4}, {type: sensor-delay, ticks: 2}]");
    List<String> outcomes = new ArrayList<>();
    for (int threads = 1; threads <= 2; threads++) {
      try (Trial trial = Trial.open(settings)) {
        outcomes.add(
            Outcomes.describe(
                new TrialRunner(trial, threads, new Interruption(), TrialProgress.SILENT)
                    .run(EpisodeListener.NONE)));
      }
    }
    assertEquals(outcomes.get(0), outcomes.get(1));
  }
}
