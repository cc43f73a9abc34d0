package org.ophiura.app.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.RandomStreams;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialRunner;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EnvironmentContract;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.SettingException;

/** The brittle star as an environment. */
final class RobotEnvironmentTest extends EnvironmentContract {
  private static final double ROUNDING = 1e-9;

  private static Environment environment(List<String> observations, String... changes) {
    TrialSettings trial = Trials.small(changes);
    RobotSettings settings =
        new RobotSettings(
            trial.plant(),
            trial.task().orElseThrow(),
            trial.controller().orElseThrow(),
            List.of(),
            observations);
    return new RobotPlugin().create(settings, new SplittableRandom(1));
  }

  @Override
  protected Environment newEnvironment() {
    return environment(
        List.of("target-direction", "joint_position"), "controller.decision-period=5");
  }

  @Override
  protected int stepLimit() {
    return 10; // 2 s at 0.04 s and 5 ticks a choice.
  }

  @Test
  void directionIsThatToTheTarget() {
    try (Environment star = environment(List.of("target-direction"))) {
      assertEquals(2, star.spaces().observation().dimension());
      double[] seen = new double[2];
      star.reset(new SplittableRandom(5));
      star.observe(seen);
      assertEquals(1, Math.hypot(seen[0], seen[1]), ROUNDING);
    }
  }

  /** The same targets and the same choices give the same returns as the trial itself. */
  @Test
  void episodeIsThatOfTheTrial() {
    TrialSettings settings =
        Trials.small(
            "controller.policy={type: fixed-arm, arm: 2}",
            "controller.decision-period=5",
            "controller.cpg.initial-phase-range=0", // Phases are drawn from other streams.
            "evaluation.episodes=3");
    try (Trial trial = Trial.open(settings);
        Environment star =
            environment(
                List.of("target-direction"),
                "controller.decision-period=5",
                "controller.cpg.initial-phase-range=0")) {
      var episodes =
          new TrialRunner(trial, 1, new Interruption(), TrialProgress.SILENT)
              .run(EpisodeListener.NONE)
              .evaluation()
              .episodes();
      for (int episode = 0; episode < 3; episode++) {
        star.reset(EpisodeKind.EVALUATION.start(new RandomStreams(settings.seed()), episode));
        double total = 0;
        while (!star.over()) {
          star.step(2);
          total += star.reward();
        }
        assertEquals(episodes.get(episode).totalReward(), total, ROUNDING);
        assertEquals(episodes.get(episode).succeeded(), star.succeeded());
      }
    }
  }

  @Test
  void observationsHaveNamesAndUnits() {
    try (Environment star = environment(List.of("joint_position"))) {
      Space.Box box = (Space.Box) star.spaces().observation();
      assertEquals("joint_position[0]", box.dimensions().get(0).name());
      assertEquals("rad", box.dimensions().get(0).unit());
    }
  }

  @Test
  void unknownObservationNamesTheNearest() {
    SettingException e =
        assertThrows(
            SettingException.class,
            () -> environment(List.of("target-direction", "joint_positon")));
    assertEquals("observations[1]", e.path());
    assertTrue(
        String.valueOf(e.getMessage()).contains("did you mean 'joint_position'?"), e.getMessage());
  }

  @Test
  void severalAgentsAreRefused() {
    SettingException e =
        assertThrows(
            SettingException.class,
            () ->
                environment(
                    List.of("target-direction"),
                    "controller={type: decentralised, policy: random}"));
    assertEquals("controller.type", e.path());
  }
}
