package org.ophiura.app.controller;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Trials;
import org.ophiura.app.trial.Trial;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.sim.Controller;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.SettingException;

final class DecentralisedControllerTest extends ControllerContract {
  private static final int ARMS = 5;
  private static final int TICKS = 60;

  @Override
  protected Plant newPlant() {
    try (Trial trial = Trial.openPlant(trial("policy: {type: random}"))) {
      return trial.plants().newPlant();
    }
  }

  @Override
  protected Controller newController(Plant plant) {
    return controller(plant, "policy: {type: random}");
  }

  private static TrialSettings trial(String settings) {
    return Trials.small("controller={type: decentralised, " + settings + "}");
  }

  private static DecentralisedController controller(Plant plant, String settings) {
    return (DecentralisedController) make(trial(settings), plant);
  }

  private static Controller make(TrialSettings trial, Plant plant) {
    return ControllerPlugin.create(
        trial.controller().orElseThrow(), plant.layout(), plant.controlPeriodSeconds());
  }

  /** Commands of some ticks towards a target. */
  private static List<double[]> commands(Plant plant, Controller controller, Position target) {
    RandomGenerator random = new SplittableRandom(3);
    plant.reset(ResetSpec.ORIGIN.withTarget(target), random);
    controller.reset(plant.state(), random);
    JointCommand command = new JointCommand(plant.layout());
    List<double[]> commands = new ArrayList<>();
    for (int tick = 0; tick < TICKS; tick++) {
      controller.update(plant.state(), plant.controlPeriodSeconds(), command);
      double[] values = new double[command.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = command.get(i);
      }
      commands.add(values);
      plant.step(command);
    }
    return commands;
  }

  /** Closest leads, target on the left rows left, target on the right rows right. */
  private static final Policy SENSIBLE_ROLE = (state, random) -> state;

  @ParameterizedTest
  @ValueSource(ints = {0, 40, 72, 130, 200, 300})
  void armsThatAllDoTheirPartMoveAsUnderOneHead(int targetDegrees) {
    Position target =
        new Position(
            Math.cos(Math.toRadians(targetDegrees)), Math.sin(Math.toRadians(targetDegrees)), 0.05);
    try (Plant plant = newPlant()) {
      Controller head = make(Trials.small("controller.policy.type=follow-target"), plant);
      DecentralisedController roles = controller(plant, "policy: {type: random}");
      roles.usePolicy(SENSIBLE_ROLE);
      DecentralisedController amplitudes =
          controller(plant, "actions: amplitudes, policy: {type: random}");
      amplitudes.usePolicy((state, random) -> state == 0 ? 0 : 2);
      List<double[]> expected = commands(plant, head, target);
      assertEqual(expected, commands(plant, roles, target));
      assertEqual(expected, commands(plant, amplitudes, target));
    }
  }

  private static void assertEqual(List<double[]> expected, List<double[]> actual) {
    for (int tick = 0; tick < TICKS; tick++) {
      assertArrayEquals(expected.get(tick), actual.get(tick), "tick " + tick);
    }
  }

  @Test
  void anArmRowsWithTheAmplitudeThatItChose() {
    try (Plant plant = newPlant()) {
      DecentralisedController controller =
          controller(plant, "actions: amplitudes, policy: {type: random}");
      int[] choices = {0, 1, 2, 2, 1};
      List<Policy> policies = new ArrayList<>();
      for (int arm = 0; arm < ARMS; arm++) {
        int choice = choices[arm];
        policies.add((state, random) -> choice);
      }
      controller.usePolicies(policies);
      List<double[]> commands = commands(plant, controller, new Position(1, 0, 0.05));
      assertEquals(0, controller.leadingArm());
      double[] swing = new double[ARMS];
      for (double[] command : commands) {
        for (int arm = 0; arm < ARMS; arm++) { // one segment per arm: in-plane, out-of-plane
          swing[arm] = Math.max(swing[arm], Math.abs(command[2 * arm]));
        }
      }
      assertEquals(0, swing[0], "the leader does not row");
      assertTrue(swing[2] > 0.5, "full: " + swing[2]);
      assertEquals(0.5 * swing[2], swing[1], 0.05 * swing[2], "half, up to where strokes peak");
      assertEquals(0.5 * swing[3], swing[4], 0.05 * swing[3], "half on the other side");
    }
  }

  /** Writes down who asks. */
  private record Asked(int arm, List<String> asked) implements Policy {
    @Override
    public int choose(int state, RandomGenerator random) {
      asked.add("arm " + arm);
      return 1;
    }

    @Override
    public void beginEpisode() {
      asked.add("begin " + arm);
    }
  }

  @Test
  void armsAreAskedInOrderOncePerDecisionPeriod() {
    try (Plant plant = newPlant()) {
      DecentralisedController controller =
          controller(plant, "decision-period: 40, policy: {type: random}");
      List<String> asked = new ArrayList<>();
      List<Policy> policies = new ArrayList<>();
      for (int arm = 0; arm < ARMS; arm++) {
        policies.add(new Asked(arm, asked));
      }
      controller.usePolicies(policies);
      assertEquals(policies, controller.policies());
      assertSame(policies.get(0), controller.policy());
      commands(plant, controller, new Position(1, 0, 0.05));
      List<String> decision = List.of("arm 0", "arm 1", "arm 2", "arm 3", "arm 4");
      List<String> expected =
          new ArrayList<>(List.of("begin 0", "begin 1", "begin 2", "begin 3", "begin 4"));
      expected.addAll(decision); // at tick 0
      expected.addAll(decision); // at tick 40
      assertEquals(expected, asked);
      assertEquals(40, controller.decisionPeriodTicks());
    }
  }

  @Test
  void warmUpAndCoolDownRestAllArmsInEachDecision() {
    try (Plant plant = newPlant()) {
      DecentralisedController controller =
          controller(
              plant,
              "decision-period: 30, policy: {type: random},"
                  + " gait: {type: rowing, warm-up-ticks: 5, cool-down-ticks: 10}");
      controller.usePolicy(SENSIBLE_ROLE);
      List<double[]> commands = commands(plant, controller, new Position(1, 0, 0.05));
      for (int decision = 0; decision < TICKS; decision += 30) {
        for (int tick = 0; tick < 5; tick++) {
          assertEquals(0, commands.get(decision + tick)[4], "arm 2 rests in tick " + tick);
        }
        double swing = 0;
        for (int tick = 5; tick < 20; tick++) {
          swing = Math.max(swing, Math.abs(commands.get(decision + tick)[4]));
        }
        assertTrue(swing > 0.3, "arm 2 rows: " + swing);
      }
    }
  }

  @Test
  void statesAndActionsAreTheSameForAllArms() {
    try (Plant plant = newPlant()) {
      DecidingController roles = controller(plant, "policy: {type: random}");
      assertEquals(ARMS, roles.agentCount());
      assertEquals("closest-left-right", roles.indexerId());
      assertEquals(3, roles.actionCount());
      assertEquals("lead, row left, row right", names(roles));
      DecidingController amplitudes =
          controller(plant, "view: angle, actions: amplitudes, policy: {type: random}");
      assertEquals("angle", amplitudes.indexerId());
      assertEquals("amplitude 0, amplitude 0.5, amplitude 1", names(amplitudes));
      for (int arm = 0; arm < ARMS; arm++) {
        assertEquals(3, roles.indexer(arm).stateCount());
        assertEquals(5, amplitudes.indexer(arm).stateCount());
      }
    }
  }

  private static String names(DecidingController controller) {
    List<String> names = new ArrayList<>();
    for (int action = 0; action < controller.actionCount(); action++) {
      names.add(controller.actionName(action));
    }
    return String.join(", ", names);
  }

  @Test
  void eachArmNeedsAPolicy() {
    try (Plant plant = newPlant()) {
      DecidingController controller = controller(plant, "policy: {type: random}");
      List<Policy> four = Collections.nCopies(4, SENSIBLE_ROLE);
      IllegalArgumentException e =
          assertThrows(IllegalArgumentException.class, () -> controller.usePolicies(four));
      assertEquals("a policy is needed for each of 5 arms, got 4", e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          policy: {type: follow-target} | controller.policy needs states that are arms, got the \
          indexer 'closest-left-right'; set the controller's indexer to target-direction, compass \
          or darkest-arm, or choose another policy
          policy: {type: fixed-arm, arm: 3} | controller.policy.arm must be in [0, 2], got 3; the \
          controller has 3 actions, numbered from 0
          gait: {type: rowing, warm-up-ticks: 5}, policy: {type: random} | \
          controller.gait.warm-up-ticks must leave the gait at least one tick of each decision: \
          5 ticks of warm-up and 0 of cool-down do not fit a decision period of 1; lengthen the \
          decision period or shorten the rests
          """)
  void whatDoesNotFitIsRefused(String settings, String message) {
    TrialSettings trial = trial(settings);
    SettingException refusal =
        assertThrows(SettingException.class, () -> Trial.open(trial).close());
    assertEquals(message, refusal.getMessage());
  }
}
