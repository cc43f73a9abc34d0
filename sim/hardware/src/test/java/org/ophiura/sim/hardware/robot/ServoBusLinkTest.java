package org.ophiura.sim.hardware.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.Allocation;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.loop.LoopSettings;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.hardware.timing.HostFacts;
import org.ophiura.sim.hardware.timing.TimingPassport;
import org.ophiura.sim.plugin.SettingException;

/** A plant, its bus, the line and its servos, byte by byte on virtual time. */
final class ServoBusLinkTest {
  private static final int JOINTS = 6;
  private static final double PERIOD = 0.01;
  private static final long SEED = 20_261_125;

  /** One position of the servo, rad: rounding there and back. */
  private static final double TICK = 2 * Math.PI / 4096;

  private final JointCommand command = new JointCommand(JOINTS);

  private static RobotSettings settings(double commandTimeout) {
    SafetySettings normal = SafetySettings.DEFAULT;
    return new RobotSettings(
        PERIOD,
        0.1,
        false,
        LoopSettings.DEFAULT,
        new SafetySettings(
            normal.limits(),
            normal.refusedCommands(),
            commandTimeout,
            normal.controllerTimeout(),
            normal.calibrationTolerance(),
            normal.temperature(),
            normal.load(),
            normal.overloadTime(),
            Optional.of(4.0)));
  }

  private static HardwarePlant started(EmulatedRobot robot) {
    return started(robot, SafetySettings.DEFAULT.commandTimeout());
  }

  private static HardwarePlant started(EmulatedRobot robot, double commandTimeout) {
    HardwarePlant plant = robot.plant(settings(commandTimeout));
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
    assertEquals(SafetyState.ACTIVE, plant.safety().state(), plant.startProblems().toString());
    assertEquals(JOINTS, robot.torqueOn());
    return plant;
  }

  /** Steps until the robot stops. */
  private Stop stop(HardwarePlant plant) {
    for (int i = 0; i < 1000 && plant.safety().active(); i++) {
      plant.step(command);
      plant.watchdog().look();
    }
    return plant.safety().stop().orElseThrow();
  }

  @Test
  void everyJointGoesWhereItIsToldThoughServosAreListedInAnotherOrder() {
    EmulatedRobot robot = new EmulatedRobot(JOINTS, List.of(), SEED);
    HardwarePlant plant = started(robot);
    for (int i = 0; i < JOINTS; i++) {
      command.set(i, 0.1 * i - 0.3);
    }
    for (int i = 0; i < 150; i++) {
      assertEquals(CycleStatus.OK, plant.step(command));
    }
    for (int i = 0; i < JOINTS; i++) {
      assertEquals(0.1 * i - 0.3, plant.state().get(i), TICK);
      assertEquals(0, plant.state().get(JOINTS + i), TICK);
    }
    TimingPassport passport =
        plant.passport(new HostFacts("none", false, "none", "none", 1, "none"));
    assertEquals(150, passport.ticks());
    assertEquals(0, passport.overruns());
    assertEquals(0, passport.lostPackets());
  }

  @Test
  void aDisturbedLineLosesAnswersAndNeverTheLoop() {
    EmulatedRobot robot =
        new EmulatedRobot(
            JOINTS,
            List.of(
                new Fault.DropBytes(0.01, 0.5, Optional.empty()),
                new Fault.FlipBytes(0.01, 0.5, Optional.empty())),
            SEED);
    HardwarePlant plant = started(robot);
    int stale = 0;
    for (int i = 0; i < 2000; i++) {
      for (int joint = 0; joint < JOINTS; joint++) {
        command.set(joint, 0.4 * Math.sin(0.03 * i + joint));
      }
      CycleStatus status = plant.step(command);
      stale += status == CycleStatus.STALE ? 1 : 0;
      plant.watchdog().look();
      assertTrue(status != CycleStatus.FAULT, "tick " + i + ", seed " + SEED);
    }
    assertTrue(stale > 0 && stale < 2000, stale + " stale");
    assertTrue(robot.bus.lostPackets() > 100, robot.bus.lostPackets() + " lost");
    assertTrue(robot.bus.retries() > 100, robot.bus.retries() + " asked again");
    for (int joint = 0; joint < JOINTS; joint++) {
      assertEquals(command.get(joint), plant.state().get(joint), 0.2, "it follows as before");
    }
    plant.rest();
    for (int look = 0; look < 5; look++) {
      plant.watchdog().look();
    }
    assertEquals(0, robot.torqueOn());
  }

  @Test
  void aServoThatIsMissingStopsTheOthers() {
    EmulatedRobot robot =
        new EmulatedRobot(JOINTS, List.of(new Fault.Missing(11, 1, Optional.empty())), SEED);
    Stop stop = stop(started(robot));
    assertEquals(StopReason.LINK_LOST, stop.reason());
    assertEquals(JOINTS - 2, stop.actuator(), "id 11 drives the last joint but one");
    assertTrue(robot.torqueOn() <= 1, "the missing one cannot hear it, and stops by itself");
  }

  @Test
  void aServoThatRestartsIsMissedWhileItDoesAndNoticedAfterwards() {
    EmulatedRobot robot = new EmulatedRobot(JOINTS, List.of(new Fault.Reboot(12, 1)), SEED);
    Stop stop = stop(started(robot));
    assertEquals(StopReason.LINK_LOST, stop.reason());
    assertEquals(JOINTS - 3, stop.actuator());
    EmulatedRobot patient = new EmulatedRobot(JOINTS, List.of(new Fault.Reboot(12, 1)), SEED);
    stop = stop(started(patient, 2));
    assertEquals(StopReason.SERVO_ERROR, stop.reason());
    assertEquals(JOINTS - 3, stop.actuator());
    assertEquals(0, patient.torqueOn());
  }

  @Test
  void aWeakSupplyStopsTheRobot() {
    EmulatedRobot robot =
        new EmulatedRobot(JOINTS, List.of(new Fault.BrownOut(3.8, 1, Optional.empty())), SEED);
    Stop stop = stop(started(robot));
    assertEquals(StopReason.LOW_VOLTAGE, stop.reason());
    assertEquals(3.8, stop.value(), 0.05);
    assertEquals(0, robot.torqueOn());
  }

  @Test
  void aLinkThatIsPulledStopsTheHostAndTheServosStopThemselves() {
    EmulatedRobot robot = new EmulatedRobot(JOINTS, List.of(), SEED);
    HardwarePlant plant = started(robot);
    plant.step(command);
    robot.link.close();
    assertEquals(StopReason.LINK_LOST, stop(plant).reason());
    robot.link.sleepUntil(robot.link.nanoTime() + 121_000_000L);
    robot.servos.forEach(
        servo -> assertEquals(0xff, servo.get("bus-watchdog") & 0xff, "register 98 has expired"));
  }

  @Test
  void joinedServosAndJointsMatch() {
    RobotLayout larger = ServoArm.layout(JOINTS + 1);
    assertEquals(
        "joints must have a servo for every joint, got none for 'joint-6'",
        problem(larger, List.of(0, 1, 2, 3, 4, 5)));
    assertTrue(
        problem(ServoArm.layout(2), List.of(0, 7))
            .startsWith("joints[1].joint must be a joint with an actuator, got 'joint-7'"));
    assertEquals(
        "joints[1].joint must have one servo, got 'joint-0' again",
        problem(ServoArm.layout(2), List.of(0, 0)));
  }

  private static String problem(RobotLayout layout, List<Integer> joints) {
    EmulatedRobot robot = new EmulatedRobot(JOINTS, List.of(), SEED);
    List<ServoJoint> listed =
        joints.stream().map(i -> new ServoJoint("joint-" + i, 1 + i, Optional.empty())).toList();
    return assertThrows(SettingException.class, () -> robot.link(listed, layout)).getMessage();
  }

  @Test
  void aStepAllocatesNothing() {
    EmulatedRobot robot = new EmulatedRobot(JOINTS, List.of(), SEED);
    HardwarePlant plant = started(robot);
    assertEquals(0, Allocation.bytes(100, () -> plant.step(command)), "bytes in 100 steps");
    assertTrue(plant.safety().active());
  }
}
