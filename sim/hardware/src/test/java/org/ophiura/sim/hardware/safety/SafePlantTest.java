package org.ophiura.sim.hardware.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantContract;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.limit.LimitSettings;

final class SafePlantTest extends PlantContract {
  private static final int JOINTS = 3;
  private static final double PERIOD = ServoArm.PERIOD_SECONDS;

  private final ServoArm arm = new ServoArm(JOINTS);
  private final JointCommand command = new JointCommand(JOINTS);

  /** The contract refuses three commands in a row and goes on. */
  @Override
  protected Plant newPlant() {
    return SafePlant.simulated(new ServoArm(JOINTS), settings(LimitSettings.DEFAULT, PATIENT));
  }

  private static final int PATIENT = 10;

  private static SafetySettings settings(LimitSettings limits, int refusedCommands) {
    SafetySettings normal = SafetySettings.DEFAULT;
    return new SafetySettings(
        limits,
        refusedCommands,
        normal.commandTimeout(),
        normal.controllerTimeout(),
        normal.calibrationTolerance(),
        normal.temperature(),
        normal.load(),
        normal.overloadTime(),
        normal.voltage());
  }

  private static LimitSettings gentle(double effort) {
    return new LimitSettings(6, 100, Optional.of(effort), Optional.empty(), List.of());
  }

  private static void reset(Plant plant) {
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
  }

  @Test
  void commandsArriveWithinTheLimits() {
    SafePlant plant = SafePlant.simulated(arm, SafetySettings.DEFAULT);
    command.fill(0.5);
    double before = 0;
    for (int i = 0; i < 100; i++) {
      assertEquals(CycleStatus.OK, plant.step(command));
      double velocity = (arm.arrived(0) - before) / PERIOD;
      assertTrue(Math.abs(velocity) <= 6 + 1e-9, "a velocity of " + velocity);
      before = arm.arrived(0);
    }
    assertEquals(0.5, arm.arrived(0));
  }

  @Test
  void aStopSaysWhatItsValueIs() {
    SafePlant plant = SafePlant.simulated(arm, SafetySettings.DEFAULT);
    assertEquals(
        "safe stop: the voltage is too low; charge the battery or check the supply (servo-1: 6.5 V)",
        new Stop(StopReason.LOW_VOLTAGE, 1, 6.5).sentence(plant.layout()));
    assertEquals(
        "safe stop: a servo reports an error of its own; ask it with the doctor, then restart it"
            + " (servo-1)",
        new Stop(StopReason.SERVO_ERROR, 1, Double.NaN).sentence(plant.layout()));
  }

  @Test
  void aCommandThatIsNoNumberStopsTheRobotAndNamesTheActuator() {
    SafePlant plant = SafePlant.simulated(arm, SafetySettings.DEFAULT);
    command.set(1, Double.NaN);
    assertEquals(CycleStatus.FAULT, plant.step(command));
    assertEquals(0, arm.steps());
    Stop stop = plant.safety().stop().orElseThrow();
    assertEquals(StopReason.COMMAND_NOT_FINITE, stop.reason());
    assertEquals(
        "safe stop: the controller gave a command that is not a finite number (servo-1: NaN)",
        stop.sentence(plant.layout()));
  }

  @Test
  void aStoppedRobotTakesNoCommandUntilTheNextEpisodeOfASimulation() {
    SafePlant plant = SafePlant.simulated(arm, SafetySettings.DEFAULT);
    plant.safety().stop(new Stop(StopReason.KEY));
    assertEquals(CycleStatus.FAULT, plant.step(command));
    assertEquals(0, arm.steps());
    reset(plant);
    assertEquals(CycleStatus.OK, plant.step(command));
  }

  @Test
  void aLatchedStopOutlivesEpisodesAndNothingJumpsOnceItIsTakenBack() {
    SafetySwitch safety = new SafetySwitch();
    SafePlant plant = SafePlant.latched(arm, SafetySettings.DEFAULT, safety);
    command.fill(0.9);
    plant.step(command);
    safety.stop(new Stop(StopReason.REQUEST));
    reset(plant);
    assertEquals(CycleStatus.FAULT, plant.step(command));
    assertTrue(safety.reset());
    assertEquals(CycleStatus.FAULT, plant.step(command), "inactive until it is started again");
    ResetSpec noisy = new ResetSpec(0, 0, 0, 0.5, 0, Optional.empty());
    plant.reset(noisy, new SplittableRandom(3));
    double[] start = new double[JOINTS];
    for (int i = 0; i < JOINTS; i++) {
      start[i] = plant.state().get(i);
    }
    assertEquals(CycleStatus.OK, plant.step(command));
    double longest = 100 * PERIOD * PERIOD;
    for (int i = 0; i < JOINTS; i++) {
      assertEquals(start[i], arm.arrived(i), longest + 1e-12, "one period at full acceleration");
    }
  }

  @Test
  void aJointThatIsPushedAwayFromItsTargetStopsTheRobot() {
    SafePlant plant = SafePlant.simulated(arm, settings(gentle(4), 1));
    assertEquals(CycleStatus.OK, plant.step(command));
    arm.push(2, 0.9);
    assertEquals(CycleStatus.FAULT, plant.step(command));
    Stop stop = plant.safety().stop().orElseThrow();
    assertEquals(StopReason.OVERLOADED_SERVO, stop.reason());
    assertEquals(2, stop.actuator());
  }

  @Test
  void aBlockedJointIsNotPressedHarderThanAllowed() {
    SafePlant plant = SafePlant.simulated(arm, settings(gentle(4), 1));
    command.fill(0.9);
    for (int i = 0; i < 200; i++) {
      arm.push(0, 0.1);
      assertEquals(CycleStatus.OK, plant.step(command));
      double torque = ServoArm.STIFFNESS * (arm.arrived(0) - 0.1);
      assertTrue(torque <= 4, "a torque of " + torque);
    }
  }

  @Test
  void aPositionThatIsNoNumberStopsARobotThatNeedsIt() {
    SafePlant plant = SafePlant.simulated(arm, settings(gentle(4), 1));
    arm.push(1, Double.NaN);
    assertEquals(CycleStatus.FAULT, plant.step(command));
    assertEquals(StopReason.MEASUREMENT_NOT_FINITE, plant.safety().stop().orElseThrow().reason());
  }

  @Test
  void aRobotWhosePositionIsUnknownDoesNotStart() {
    arm.push(0, Double.NaN);
    SafePlant plant = SafePlant.simulated(arm, SafetySettings.DEFAULT);
    assertFalse(plant.safety().active());
    assertEquals(CycleStatus.FAULT, plant.step(command));
  }

  @Test
  void whatThePlantAnswersIsPassedOn() {
    SafePlant plant = SafePlant.simulated(arm, SafetySettings.DEFAULT);
    arm.answer(CycleStatus.STALE);
    assertEquals(CycleStatus.STALE, plant.step(command));
    assertTrue(plant.safety().active());
  }
}
