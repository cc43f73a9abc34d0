package org.ophiura.sim.hardware.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.VirtualClock;
import org.ophiura.sim.hardware.loop.StopSource;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.source.StateSource;
import org.ophiura.sim.hardware.timing.HostFacts;
import org.ophiura.sim.hardware.timing.TimingPassport;
import org.ophiura.sim.plugin.SettingException;

/** All on virtual time: exact, whatever else the machine does. */
final class HardwarePlantTest {
  private static final int JOINTS = 3;
  private static final double PERIOD = 0.01;
  private static final long MILLI = 1_000_000;
  private static final double ROUNDING = 1e-12;

  @TempDir private Path folder;

  private final VirtualClock clock = new VirtualClock(1_000);
  private final FakeServos servos = new FakeServos(JOINTS, clock, PERIOD);
  private final JointCommand command = new JointCommand(JOINTS);
  private final RobotLayout layout = ServoArm.layout(JOINTS);
  private boolean calibrated = true;
  private CycleStatus sourceStatus = CycleStatus.OK;
  private boolean sourceKnown = true;
  private int sourceCommands;

  private HardwarePlant plant(RobotSettings settings, StopSource... stops) {
    StateSource source =
        new StateSource() {
          @Override
          public CycleStatus read(double[] state) {
            return sourceStatus;
          }

          @Override
          public boolean isKnown() {
            return sourceKnown;
          }

          @Override
          public void commanded(JointCommand sent) {
            sourceCommands++;
          }
        };
    return new HardwarePlant(
        new HardwareParts(
            servos, layout, settings, actuator -> calibrated, source, List.of(stops), clock));
  }

  private HardwarePlant started() {
    HardwarePlant plant = plant(RobotSettings.DEFAULT);
    reset(plant);
    assertEquals(SafetyState.ACTIVE, plant.safety().state());
    return plant;
  }

  private static void reset(HardwarePlant plant) {
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
  }

  private CycleStatus step(HardwarePlant plant) {
    clock.pass(MILLI);
    return plant.step(command);
  }

  private static Optional<StopReason> reason(HardwarePlant plant) {
    return plant.safety().stop().map(Stop::reason);
  }

  private void assertStopped(HardwarePlant plant, StopReason reason) {
    assertEquals(Optional.of(reason), reason(plant));
    assertFalse(servos.torque, "the torque is off");
    long writes = servos.writes;
    assertEquals(CycleStatus.FAULT, step(plant));
    assertEquals(writes, servos.writes, "nothing is sent any more");
  }

  @Test
  void aRobotIsNotStartedBeforeTheRestOfItsStateIsHeardOf() {
    sourceKnown = false;
    HardwarePlant plant = plant(RobotSettings.DEFAULT);
    reset(plant);
    assertStopped(plant, StopReason.STATE_LOST);
    assertEquals(1, plant.startProblems().size());
    sourceKnown = true;
    plant.safety().reset();
    reset(plant);
    assertEquals(SafetyState.ACTIVE, plant.safety().state());
  }

  @Test
  void anEndedEpisodeTakesNothingFromTheNext() {
    HardwarePlant plant = started();
    plant.rest();
    assertFalse(servos.torque);
    reset(plant);
    for (int look = 0; look < 10; look++) {
      plant.watchdog().look();
    }
    assertTrue(servos.torque, "what was owed of the end is not paid in the next episode");
  }

  @Test
  void aRobotIsOnlyReadBeforeItIsReset() {
    servos.positions[1] = 0.4;
    HardwarePlant plant = plant(RobotSettings.DEFAULT);
    assertEquals(SafetyState.INACTIVE, plant.safety().state());
    assertEquals(0.4, plant.state().get(1));
    assertFalse(servos.torque);
  }

  @Test
  void aResetPutsTheTorqueOnWhereTheJointsAre() {
    servos.positions[0] = 0.8;
    HardwarePlant plant = started();
    assertTrue(servos.torque);
    assertEquals(0.8, servos.targets[0]);
    assertEquals(0.1, servos.lastWatchdogSeconds);
    command.fill(-0.5);
    assertEquals(CycleStatus.OK, step(plant));
    assertEquals(0.8, servos.targets[0], 100 * PERIOD * PERIOD + ROUNDING);
  }

  @Test
  void stepsBeginAtWholePeriods() {
    HardwarePlant plant = started();
    double first = plant.state().timeSeconds();
    for (int i = 1; i <= 50; i++) {
      assertEquals(CycleStatus.OK, step(plant));
      assertEquals(first + i * PERIOD, plant.state().timeSeconds(), 1e-9);
    }
    TimingPassport passport = plant.passport(HostFacts.read(folder));
    assertEquals(50, passport.ticks());
    assertEquals(0, passport.overruns());
    assertEquals(3, passport.retries());
    assertEquals(2, passport.lostPackets());
    assertEquals("ordinary, as nothing else was asked for", passport.priority());
    assertEquals(2000, passport.distributions().get(1).p50(), 2);
  }

  @Test
  void jointsFollowTheirCommands() {
    HardwarePlant plant = started();
    command.set(0, 0.3);
    command.set(2, -0.2);
    for (int i = 0; i < 100; i++) {
      assertEquals(CycleStatus.OK, step(plant));
    }
    assertEquals(0.3, plant.state().get(0), 1e-6);
    assertEquals(-0.2, plant.state().get(2), 1e-6);
    assertEquals(0, plant.state().get(JOINTS), 1e-4, "a velocity");
  }

  @Test
  void aRobotThatIsNotCalibratedDoesNotStart() {
    calibrated = false;
    HardwarePlant plant = plant(RobotSettings.DEFAULT);
    reset(plant);
    assertStopped(plant, StopReason.CALIBRATION);
    assertEquals(JOINTS, plant.startProblems().size());
    assertEquals(
        "servo-0 is not calibrated: calibrate it before the robot is started",
        plant.startProblems().get(0));
  }

  @Test
  void positionsThatContradictTheCalibrationKeepTheRobotFromStarting() {
    servos.positions[2] = 2.5;
    HardwarePlant plant = plant(RobotSettings.DEFAULT);
    reset(plant);
    assertStopped(plant, StopReason.CALIBRATION);
    assertTrue(plant.startProblems().get(0).startsWith("servo-2 reads 2.500 rad, outside"));
  }

  @Test
  void servosThatAreNotReadyKeepTheRobotFromStarting() {
    servos.ready = false;
    HardwarePlant plant = plant(RobotSettings.DEFAULT);
    reset(plant);
    assertStopped(plant, StopReason.LINK_LOST);
    assertEquals(1, plant.startProblems().size());
  }

  @Test
  void aHotServoStopsTheRobot() {
    HardwarePlant plant = started();
    servos.temperature = 70;
    assertEquals(CycleStatus.FAULT, step(plant));
    assertStopped(plant, StopReason.HOT_SERVO);
  }

  @Test
  void aServoThatReportsAnErrorStopsTheRobot() {
    HardwarePlant plant = started();
    servos.error = true;
    assertEquals(CycleStatus.FAULT, step(plant));
    assertStopped(plant, StopReason.SERVO_ERROR);
  }

  @Test
  void aLinkThatIsGoneStopsTheRobotAtOnce() {
    HardwarePlant plant = started();
    servos.gone = true;
    step(plant);
    assertEquals(Optional.of(StopReason.LINK_LOST), reason(plant));
    assertTrue(servos.torqueOffs > 0, "it was tried at least");
  }

  @Test
  void aLoadThatLastsStopsTheRobot() {
    HardwarePlant plant = started();
    servos.load = -0.95;
    int ticks = 0;
    while (step(plant) == CycleStatus.OK) {
      ticks++;
    }
    assertEquals(100, ticks, "a second at 100 Hz");
    assertStopped(plant, StopReason.OVERLOADED_SERVO);
  }

  @Test
  void aServoThatIsSilentIsToleratedForAWhile() {
    HardwarePlant plant = started();
    servos.silent = 1;
    int ticks = 0;
    while (step(plant) == CycleStatus.STALE) {
      ticks++;
    }
    assertEquals(10, ticks, "0.1 s at 100 Hz");
    Stop stop = plant.safety().stop().orElseThrow();
    assertEquals(StopReason.LINK_LOST, stop.reason());
    assertEquals(1, stop.actuator());
  }

  @Test
  void aServoThatAnswersAgainInTimeStopsNothing() {
    HardwarePlant plant = started();
    for (int round = 0; round < 20; round++) {
      servos.silent = 1;
      for (int i = 0; i < 9; i++) {
        assertEquals(CycleStatus.STALE, step(plant));
      }
      servos.silent = -1;
      assertEquals(CycleStatus.OK, step(plant));
    }
  }

  @Test
  void aCommandThatIsNoNumberNeverReachesTheServos() {
    HardwarePlant plant = started();
    step(plant);
    command.set(1, Double.NaN);
    long writes = servos.writes;
    assertEquals(CycleStatus.FAULT, step(plant));
    assertEquals(writes, servos.writes);
    assertStopped(plant, StopReason.COMMAND_NOT_FINITE);
  }

  @Test
  void aCommandThatIsNotTakenIsFollowedWithoutAJump() {
    HardwarePlant plant = started();
    command.fill(0.5);
    for (int i = 0; i < 5; i++) {
      step(plant);
    }
    double held = servos.targets[0];
    servos.takesNothing = true;
    assertEquals(CycleStatus.STALE, step(plant));
    servos.takesNothing = false;
    assertEquals(CycleStatus.OK, step(plant));
    assertEquals(held, servos.targets[0], 100 * PERIOD * PERIOD + ROUNDING);
  }

  @Test
  void commandsThatAreNotTakenForTooLongStopTheRobot() {
    HardwarePlant plant = started();
    servos.takesNothing = true;
    for (int i = 0; i < 9; i++) {
      step(plant);
      plant.watchdog().look();
    }
    assertEquals(Optional.empty(), reason(plant));
    for (int i = 0; i < 3; i++) {
      step(plant);
      plant.watchdog().look();
    }
    assertTrue(plant.safety().stop().isPresent());
    assertFalse(servos.torque);
  }

  @Test
  void aControllerThatTakesTooLongIsStoppedByTheWatchdog() {
    HardwarePlant plant = started();
    step(plant);
    clock.pass(15 * MILLI + 1);
    plant.watchdog().look();
    assertStopped(plant, StopReason.CONTROLLER_TIMEOUT);
  }

  @Test
  void stopsAreLatchedAndTakenBackByHandAlone() {
    HardwarePlant plant = started();
    command.fill(0.4);
    for (int i = 0; i < 20; i++) {
      step(plant);
    }
    plant.stop(new Stop(StopReason.KEY));
    assertStopped(plant, StopReason.KEY);
    reset(plant);
    assertStopped(plant, StopReason.KEY);
    servos.positions[0] = -0.7;
    assertTrue(plant.safety().reset());
    assertFalse(servos.torque, "not before the next reset");
    reset(plant);
    assertEquals(-0.7, servos.targets[0]);
    assertEquals(CycleStatus.OK, step(plant));
    assertEquals(-0.7, servos.targets[0], 100 * PERIOD * PERIOD + ROUNDING);
  }

  @Test
  void servosThatDoNotConfirmAreToldAgain() {
    HardwarePlant plant = started();
    servos.deaf = 4;
    plant.stop(new Stop(StopReason.REQUEST));
    assertTrue(servos.torque);
    for (int look = 0; look < 5; look++) {
      plant.watchdog().look();
    }
    assertStopped(plant, StopReason.REQUEST);
  }

  @Test
  void othersMayStopTheRobot() {
    List<Stop> wanted = new ArrayList<>();
    HardwarePlant plant =
        plant(RobotSettings.DEFAULT, () -> wanted.isEmpty() ? null : wanted.get(0));
    reset(plant);
    plant.watchdog().look();
    assertEquals(CycleStatus.OK, step(plant));
    wanted.add(new Stop(StopReason.SIGNAL));
    plant.watchdog().look();
    assertStopped(plant, StopReason.SIGNAL);
  }

  @Test
  void aSourceThatFallsSilentStopsTheRobot() {
    HardwarePlant plant = started();
    sourceStatus = CycleStatus.STALE;
    assertEquals(CycleStatus.STALE, step(plant));
    sourceStatus = CycleStatus.FAULT;
    assertEquals(CycleStatus.FAULT, step(plant));
    assertStopped(plant, StopReason.STATE_LOST);
  }

  @Test
  void aDryRobotIsReadAndNothingIsSent() {
    RobotSettings normal = RobotSettings.DEFAULT;
    HardwarePlant plant =
        plant(new RobotSettings(PERIOD, 0.1, true, normal.loop(), normal.safety()));
    reset(plant);
    command.fill(0.5);
    servos.positions[0] = 0.2;
    assertEquals(CycleStatus.OK, step(plant));
    assertEquals(0.2, plant.state().get(0));
    assertEquals(0, servos.writes);
    assertFalse(servos.torque);
    assertEquals(1, sourceCommands, "a simulation beside it gets the command all the same");
  }

  @Test
  void restingTakesTheTorqueOffAndClosingToo() {
    HardwarePlant plant = started();
    plant.rest();
    assertFalse(servos.torque);
    assertEquals(SafetyState.INACTIVE, plant.safety().state());
    clock.pass(10_000 * MILLI);
    plant.watchdog().look();
    assertEquals(Optional.empty(), reason(plant), "nobody expects commands of a robot at rest");
    reset(plant);
    assertTrue(servos.torque);
    plant.close();
    assertFalse(servos.torque);
    assertTrue(servos.closed);
    plant.close();
    assertThrows(IllegalStateException.class, () -> plant.step(command));
  }

  @Test
  void aRobotWithoutAServoForEachActuatorIsAnError() {
    assertEquals(
        "joints must be one for each of the robot's 2 actuators, got 3",
        assertThrows(SettingException.class, () -> parts(ServoArm.layout(2))).getMessage());
    assertEquals(
        "model must have a position servo on every joint, got servo-0, which takes commands in N m",
        assertThrows(SettingException.class, () -> parts(ServoArm.layout(JOINTS, "N m", 1)))
            .getMessage());
  }

  private HardwareParts parts(RobotLayout other) {
    return new HardwareParts(
        servos, other, RobotSettings.DEFAULT, i -> true, StateSource.NONE, List.of(), clock);
  }
}
