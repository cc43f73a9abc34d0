package org.ophiura.sim.hardware.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.Allocation;
import org.ophiura.sim.hardware.dynamixel.HardwareError;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.link.ByteLink;
import org.ophiura.sim.plugin.SettingException;

final class ServoBusTest {
  private static final double WATCHDOG_SECONDS = 0.1;
  private static final long SECOND = 1_000_000_000;

  /**
   * One position of the servo, rad: half of it for rounding on the way there, half on the way back.
   */
  private static final double TICK = 2 * Math.PI / 4096;

  private static void cycle(Robot robot, ServoBus bus, CycleStatus expected) {
    long start = robot.link.nanoTime();
    assertEquals(expected, bus.read(robot.readings, start + Robot.PERIOD_NANOS / 2));
    assertEquals(CycleStatus.OK, bus.write(robot.command, start + Robot.PERIOD_NANOS));
    robot.link.sleepUntil(start + Robot.PERIOD_NANOS);
  }

  private static void enable(Robot robot, ServoBus bus) {
    assertEquals(CycleStatus.OK, bus.read(robot.readings, robot.deadline()));
    assertEquals(0, bus.torqueOn(robot.readings, WATCHDOG_SECONDS, robot.deadline()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void jointsGoWhereTheyAreTold(boolean fast) {
    Robot robot = new Robot(6, List.of(), 1);
    ServoBus bus = robot.bus(new BusSettings(Robot.BAUD, 0, 0.003, 1, fast));
    enable(robot, bus);
    for (int i = 0; i < 6; i++) {
      robot.command.set(i, 0.2 * i - 0.5);
    }
    for (int i = 0; i < 100; i++) {
      cycle(robot, bus, CycleStatus.OK);
    }
    for (int i = 0; i < 6; i++) {
      assertEquals(0.2 * i - 0.5, robot.readings.position(i), TICK);
      assertEquals(0, robot.readings.velocity(i), TICK);
      assertEquals(0, robot.readings.age(i));
      assertTrue(robot.readings.torque(i));
      assertFalse(robot.readings.watchdogExpired(i));
      assertEquals(5.0, robot.readings.voltage(i), 1e-9);
      assertEquals(30, robot.readings.temperature(i), 1e-9);
    }
    BusCounters counters = bus.counters();
    assertEquals(counters.asked(), counters.accepted());
    assertEquals(0, counters.retried());
    assertEquals(0, robot.emulated.refusedWrites());
  }

  @Test
  void aTargetBeyondTheLimitsOfTheJointIsHeldToThem() {
    Robot robot = new Robot(2, List.of(), 1);
    ServoBus bus = robot.bus();
    enable(robot, bus);
    robot.command.fill(10);
    for (int i = 0; i < 100; i++) {
      cycle(robot, bus, CycleStatus.OK);
    }
    assertEquals(1.5, robot.readings.position(0), TICK);
    assertEquals(1.5, robot.readings.position(1), TICK);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotANumberIsNotSent(double wrong) {
    Robot robot = new Robot(2, List.of(), 1);
    ServoBus bus = robot.bus();
    robot.command.set(1, wrong);
    long before = bus.counters().instructions();
    assertEquals(CycleStatus.FAULT, bus.write(robot.command, robot.deadline()));
    assertEquals(before, bus.counters().instructions());
  }

  @Test
  void torqueOnDoesNotMakeAJump() {
    Robot robot = new Robot(2, List.of(), 1);
    robot.servos.get(0).set("goal-position", 3500);
    ServoBus bus = robot.bus();
    enable(robot, bus);
    robot.link.sleepUntil(robot.link.nanoTime() + SECOND / 20);
    assertEquals(2048, robot.servos.get(0).get("present-position"));
    assertEquals(1, robot.servos.get(0).get("torque-enable"));
    assertEquals(5, robot.servos.get(0).get("bus-watchdog"));
  }

  @Test
  void torqueOffTakesItOffAllServosEvenOnADisturbedLine() {
    Robot robot =
        new Robot(
            4,
            List.of(
                new Fault.DropBytes(0.01, 1, Optional.empty()),
                new Fault.FlipBytes(0.01, 1, Optional.empty())),
            3);
    ServoBus bus = robot.bus();
    for (int round = 0; round < 100; round++) {
      robot.servos.forEach(servo -> servo.set("torque-enable", 1));
      robot.link.sleepUntil(robot.link.nanoTime() + SECOND / 10);
      assertEquals(0, bus.torqueOff(robot.link.nanoTime() + SECOND / 4));
      robot.servos.forEach(servo -> assertEquals(0, servo.get("torque-enable")));
    }
  }

  @Test
  void aSilentHostIsStoppedByTheServosAndToldSo() {
    Robot robot = new Robot(2, List.of(), 1);
    ServoBus bus = robot.bus();
    enable(robot, bus);
    robot.command.fill(1);
    cycle(robot, bus, CycleStatus.OK);
    robot.link.sleepUntil(robot.link.nanoTime() + SECOND);
    double stopped = robot.readings.position(0);
    for (int i = 0; i < 10; i++) {
      cycle(robot, bus, CycleStatus.OK);
    }
    assertTrue(robot.readings.watchdogExpired(0) && robot.readings.watchdogExpired(1));
    assertTrue(robot.emulated.refusedWrites() > 0, "the goals are locked");
    double held = robot.readings.position(0);
    assertTrue(held < 0.7 && held >= stopped, "it moved for 0.1 s at 6 rad/s at most: " + held);
    // Enabling it anew clears the watchdogs, from where the joints are.
    enable(robot, bus);
    cycle(robot, bus, CycleStatus.OK);
    assertEquals(5, robot.servos.get(0).get("bus-watchdog"));
    for (int i = 0; i < 100; i++) {
      cycle(robot, bus, CycleStatus.OK);
    }
    assertEquals(1, robot.readings.position(0), TICK);
  }

  @Test
  void aHostThatDiesIsNoticedByEveryServoInItsTime() {
    SplittableRandom random = new SplittableRandom(9);
    for (int death = 0; death < 100; death++) {
      Robot robot = new Robot(4, List.of(), death);
      ServoBus bus = robot.bus();
      enable(robot, bus);
      robot.command.fill(1.5);
      int cycles = 1 + random.nextInt(8);
      for (int i = 0; i < cycles; i++) {
        cycle(robot, bus, CycleStatus.OK);
      }
      // Killed in the middle of a cycle, after the question; its packet is the last that is heard.
      bus.read(robot.readings, robot.link.nanoTime() + random.nextLong(1, 2_000_000));
      long died = robot.link.nanoTime();
      long latest = died + (long) (WATCHDOG_SECONDS * 1e9) + 20_000_000;
      robot.link.sleepUntil(latest);
      int[] stopped = robot.servos.stream().mapToInt(servo -> servo.get("goal-position")).toArray();
      robot.servos.forEach(servo -> assertEquals(255, servo.get("bus-watchdog")));
      robot.link.sleepUntil(latest + SECOND);
      for (int i = 0; i < stopped.length; i++) {
        assertEquals(stopped[i], robot.servos.get(i).get("present-position"), 1);
      }
    }
  }

  @Test
  void anEchoOfWhatIsSentIsNoAnswer() {
    Robot robot = new Robot(3, List.of(), 1);
    ByteLink echoing = new EchoingLink(robot.link);
    ServoBus bus =
        new ServoBus(
            echoing,
            Robot.SETTINGS,
            robot.joints,
            robot.joints.stream().map(joint -> ServoModel.XL330_M288).toList());
    for (int i = 0; i < 10; i++) {
      cycle(robot, bus, CycleStatus.OK);
    }
    assertEquals(bus.counters().asked(), bus.counters().accepted());
  }

  /** A half-duplex adapter that hears itself. */
  private static final class EchoingLink implements ByteLink {
    private final ByteLink link;
    private final ByteBuffer echo = ByteBuffer.allocate(1024).flip();

    EchoingLink(ByteLink link) {
      this.link = link;
    }

    @Override
    public long nanoTime() {
      return link.nanoTime();
    }

    @Override
    public int read(byte[] into, int offset, int length, long deadlineNanos) {
      int count = Math.min(length, echo.remaining());
      echo.get(into, offset, count);
      return count > 0 ? count : link.read(into, offset, length, deadlineNanos);
    }

    @Override
    public boolean write(byte[] from, int offset, int length, long deadlineNanos) {
      echo.compact().put(from, offset, length).flip();
      return link.write(from, offset, length, deadlineNanos);
    }

    @Override
    public String name() {
      return link.name();
    }

    @Override
    public void close() {
      link.close();
    }
  }

  @Test
  void aMissingServoMakesTheCycleStaleAndTheOthersGoOn() {
    Robot robot = new Robot(4, List.of(new Fault.Missing(2, 1, Optional.empty())), 1);
    ServoBus bus = robot.bus();
    enable(robot, bus);
    while (robot.link.nanoTime() < SECOND) {
      cycle(robot, bus, CycleStatus.OK);
    }
    robot.command.fill(0.5);
    for (int i = 0; i < 50; i++) {
      cycle(robot, bus, CycleStatus.STALE);
    }
    assertEquals(50, robot.readings.age(1));
    assertEquals(0, robot.readings.age(3));
    assertEquals(0.5, robot.readings.position(3), TICK);
    assertEquals(100, bus.counters().lost(1), "asked twice in each cycle");
    assertEquals(0, bus.counters().lost(0));
    assertEquals(50, bus.counters().retried());
  }

  @Test
  void fastReadsFallBackToSingleAnswersWhenOneIsMissing() {
    Robot robot = new Robot(4, List.of(new Fault.Missing(2, 1, Optional.empty())), 1);
    ServoBus bus = robot.bus(new BusSettings(Robot.BAUD, 0, 0.003, 1, true));
    while (robot.link.nanoTime() < SECOND) {
      cycle(robot, bus, CycleStatus.OK);
    }
    cycle(robot, bus, CycleStatus.STALE);
    assertEquals(1, robot.readings.age(1));
    assertEquals(0, robot.readings.age(0));
    assertEquals(0, robot.readings.age(3));
  }

  @Test
  void anAlertIsFollowedByItsReasonInTheSameCycle() {
    Robot robot = new Robot(4, List.of(new Fault.Overheat(90, 3, 1, Optional.empty())), 1);
    ServoBus bus = robot.bus();
    enable(robot, bus);
    while (robot.link.nanoTime() < SECOND) {
      cycle(robot, bus, CycleStatus.OK);
    }
    cycle(robot, bus, CycleStatus.OK);
    assertTrue(robot.readings.alert(2));
    assertEquals(
        List.of(HardwareError.OVERHEATING), HardwareError.of(robot.readings.hardwareErrors(2)));
    assertFalse(robot.readings.torque(2));
    assertFalse(robot.readings.alert(1));
  }

  @Test
  void aServoThatRestartedIsSeenToHaveLostItsTorque() {
    Robot robot = new Robot(2, List.of(new Fault.Reboot(1, 1)), 1);
    ServoBus bus = robot.bus();
    enable(robot, bus);
    while (robot.link.nanoTime() < SECOND) {
      cycle(robot, bus, CycleStatus.OK);
    }
    assertTrue(robot.readings.torque(0));
    while (robot.link.nanoTime() < 2 * SECOND) {
      bus.read(robot.readings, robot.deadline());
      robot.link.sleepUntil(robot.link.nanoTime() + Robot.PERIOD_NANOS);
    }
    assertFalse(robot.readings.torque(0));
    assertTrue(robot.readings.torque(1));
    assertEquals(0, robot.readings.age(0));
  }

  @Test
  void answersOfTheCycleBeforeAreNotTakenForThoseOfThisOne() {
    // Answers arrive 6 ms late: after the cycle has given them up, before the next one asks.
    Robot robot = new Robot(2, List.of(new Fault.Latency(0.006, 0, 0, Optional.empty())), 1);
    ServoBus bus = robot.bus(new BusSettings(Robot.BAUD, 0, 0.001, 0, false));
    for (int i = 0; i < 10; i++) {
      cycle(robot, bus, CycleStatus.STALE);
    }
    assertEquals(0, bus.counters().accepted());
    assertEquals(bus.counters().asked(), bus.counters().lost());
    assertTrue(bus.counters().late() > 0);
  }

  @Test
  void aLinkThatIsGoneIsAFaultAndStaysOne() {
    Robot robot = new Robot(2, List.of(), 1);
    ServoBus bus = robot.bus();
    cycle(robot, bus, CycleStatus.OK);
    robot.link.close();
    for (int i = 0; i < 3; i++) {
      assertEquals(CycleStatus.FAULT, bus.read(robot.readings, robot.deadline()));
      assertEquals(CycleStatus.FAULT, bus.write(robot.command, robot.deadline()));
    }
    assertEquals(3, robot.readings.age(0));
    assertEquals(2, bus.torqueOff(robot.deadline()));
  }

  @Test
  void theDeadlineHoldsWhateverHappens() {
    Robot robot = new Robot(30, List.of(new Fault.Latency(0.1, 0, 0, Optional.empty())), 1);
    ServoBus bus = robot.bus(new BusSettings(Robot.BAUD, 0, 1, 5, false));
    for (int i = 0; i < 20; i++) {
      long deadline = robot.link.nanoTime() + 5_000_000;
      bus.read(robot.readings, deadline);
      assertTrue(robot.link.nanoTime() <= deadline);
    }
  }

  @Test
  void theLinesTimeOfACycleIsWhatItTakes() {
    Robot robot = new Robot(10, List.of(), 1);
    ServoBus bus = robot.bus();
    long start = robot.link.nanoTime();
    bus.read(robot.readings, robot.deadline());
    bus.write(robot.command, robot.deadline());
    long readNanos = robot.link.nanoTime() - start;
    // The targets are still on the line: 64 bytes, 640 us.
    double whole = readNanos + 640_000;
    // The first cycle asks for the longest of the three health reads: no slack but rounding.
    assertEquals(whole, (double) bus.cycleLineNanos(), 10_000.0);
  }

  @Test
  void idsMustDifferAndCalibrationsBeThere() {
    Robot robot = new Robot(2, List.of(), 1);
    List<ServoModel> models = List.of(ServoModel.XL330_M288, ServoModel.XL330_M288);
    ServoJoint first = robot.joints.get(0);
    SettingException twice =
        assertThrows(
            SettingException.class,
            () ->
                new ServoBus(
                    robot.link,
                    Robot.SETTINGS,
                    List.of(first, new ServoJoint("knee", 1, first.calibration())),
                    models));
    assertEquals(
        "joints[1].id must differ from that of all other joints, got 1, which joint1 has",
        twice.getMessage());
    SettingException missing =
        assertThrows(
            SettingException.class,
            () ->
                new ServoBus(
                    robot.link,
                    Robot.SETTINGS,
                    List.of(first, new ServoJoint("knee", 2, Optional.empty())),
                    models));
    assertEquals("joints[1].calibration", missing.path());
  }

  @Test
  void aCycleAllocatesNothing() {
    Robot robot = new Robot(10, List.of(), 1);
    ServoBus bus = robot.bus();
    JointCommand command = robot.command;
    assertEquals(
        0,
        Allocation.bytes(
            500,
            () -> {
              bus.read(robot.readings, robot.link.nanoTime() + Robot.PERIOD_NANOS);
              bus.write(command, robot.link.nanoTime() + Robot.PERIOD_NANOS);
              robot.link.sleepUntil(robot.link.nanoTime() + Robot.PERIOD_NANOS);
            }));
  }
}
