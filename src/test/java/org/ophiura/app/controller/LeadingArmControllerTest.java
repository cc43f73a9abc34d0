package org.ophiura.app.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.learning.Policy;
import org.ophiura.sim.Controller;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.SettingException;

final class LeadingArmControllerTest extends ControllerContract {
  private static final String[] RANDOM_POLICY = {
    "controller.policy.type=random", "controller.cpg.initial-amplitude-range=0.5"
  };

  @Override
  protected Plant newPlant() {
    // The plant keeps the compiled model alive.
    try (Trial trial = Trial.openPlant(Trials.small(RANDOM_POLICY))) {
      return trial.plants().newPlant();
    }
  }

  @Override
  protected Controller newController(Plant plant) {
    return newController(plant, RANDOM_POLICY);
  }

  private static LeadingArmController newController(Plant plant, String... changes) {
    return (LeadingArmController)
        ControllerPlugin.create(
            Trials.small(changes).controller().orElseThrow(),
            plant.layout(),
            plant.controlPeriodSeconds());
  }

  /** Writes down the ticks at which it is asked. */
  private static final class AskedPolicy implements Policy {
    private final List<Integer> asked = new ArrayList<>();
    private int tick;
    private int episodes;

    @Override
    public void beginEpisode() {
      episodes++;
    }

    @Override
    public int choose(int state, RandomGenerator random) {
      asked.add(tick);
      return asked.size() % 5;
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0 1 2 3 4 5 6 7 8 9", "4, 0 4 8", "10, 0", "50, 0"})
  void thePolicyIsAskedOncePerDecisionPeriod(int period, String ticks) {
    try (Plant plant = newPlant()) {
      LeadingArmController controller =
          newController(plant, "controller.decision-period=" + period);
      AskedPolicy policy = new AskedPolicy();
      controller.usePolicy(policy);
      drive(plant, controller, policy, 10);
      assertEquals(ticks, String.join(" ", policy.asked.stream().map(String::valueOf).toList()));
      assertEquals(period, controller.decisionPeriodTicks());
    }
  }

  @Test
  void anEpisodeStartsWithADecisionWhereverTheLastOneEnded() {
    try (Plant plant = newPlant()) {
      LeadingArmController controller = newController(plant, "controller.decision-period=4");
      AskedPolicy policy = new AskedPolicy();
      controller.usePolicy(policy);
      drive(plant, controller, policy, 6);
      policy.asked.clear();
      drive(plant, controller, policy, 6);
      assertEquals(List.of(0, 4), policy.asked);
      assertEquals(2, policy.episodes);
    }
  }

  private static void drive(
      Plant plant, LeadingArmController controller, AskedPolicy policy, int ticks) {
    RandomGenerator random = new SplittableRandom(1);
    JointCommand command = new JointCommand(plant.layout());
    plant.reset(ResetSpec.ORIGIN, random);
    controller.reset(plant.state(), random);
    for (policy.tick = 0; policy.tick < ticks; policy.tick++) {
      controller.update(plant.state(), plant.controlPeriodSeconds(), command);
      plant.step(command);
    }
  }

  @Test
  void aWarmUpStartsTheGeneratorAfreshAndRestsTheAmplitudes() {
    try (Plant plant = newPlant()) {
      LeadingArmController controller =
          newController(
              plant,
              "controller.policy.type=fixed-arm",
              "controller.decision-period=20",
              "controller.gait.warm-up-ticks=5",
              "controller.gait.cool-down-ticks=5");
      RandomGenerator random = new SplittableRandom(1);
      JointCommand command = new JointCommand(plant.layout());
      plant.reset(ResetSpec.ORIGIN, random);
      controller.reset(plant.state(), random);
      double[] amplitudes = new double[40];
      for (int tick = 0; tick < amplitudes.length; tick++) {
        controller.update(plant.state(), plant.controlPeriodSeconds(), command);
        amplitudes[tick] = controller.cpg().amplitude(2);
        plant.step(command);
      }
      for (int decision = 0; decision < 40; decision += 20) {
        assertEquals(0, amplitudes[decision], "the generator starts afresh");
        assertEquals(0, amplitudes[decision + 4], "the last tick of the warm-up");
        assertTrue(amplitudes[decision + 14] > 0.3, "rowing: " + amplitudes[decision + 14]);
        assertTrue(
            amplitudes[decision + 19] < amplitudes[decision + 14], "the amplitude goes down");
      }
    }
  }

  @Test
  void statesAndActionsAreNamed() {
    try (Plant plant = newPlant()) {
      LeadingArmController controller = newController(plant, RANDOM_POLICY);
      assertEquals(5, controller.actionCount());
      assertEquals("arm 3 leads", controller.actionName(3));
      assertEquals("target-direction", controller.indexerId());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          controller.gait.warm-up-ticks=5 | controller.gait.warm-up-ticks must leave the gait at \
          least one tick of each decision: 5 ticks of warm-up and 0 of cool-down do not fit a \
          decision period of 1; lengthen the decision period or shorten the rests
          controller.cpg.layout=four-oscillator | controller.cpg.layout four-oscillator needs a \
          robot with two arms, ROBOT has arms [0, 1, 2, 3, 4]; use ten-oscillator or per-joint
          controller.cpg.amplitude-gain=200 | controller.cpg.amplitude-gain must be lower for \
          steps of 0.04 s by euler, got 200.0 (1/s): deviations would grow by a factor of 3.00 a \
          step; lower it, shorten the control period, or use another solver
          controller.policy={type: fixed-arm, arm: 5} | controller.policy.arm must be in [0, 4], \
          got 5; the controller has 5 actions, numbered from 0
          """)
  void whatDoesNotFitTheRobotIsRefused(String change, String message) {
    TrialSettings settings = Trials.small(change);
    SettingException refusal =
        assertThrows(SettingException.class, () -> Trial.open(settings).close());
    try (Trial trial = Trial.openPlant(settings)) {
      assertEquals(message, refusal.getMessage().replace(trial.plants().layout().robot(), "ROBOT"));
    }
  }
}
