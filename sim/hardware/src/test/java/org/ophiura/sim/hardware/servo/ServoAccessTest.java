package org.ophiura.sim.hardware.servo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.hardware.dynamixel.Register;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.servo.Ping.Answer;

final class ServoAccessTest {
  private static Register register(String name) {
    return ServoModel.XL330_M288.registers().get(name);
  }

  private static String problem(Robot robot) {
    ServoAccess access = new ServoAccess(robot.link, Robot.SETTINGS);
    return assertThrows(ServoException.class, () -> access.identify(robot.joints)).getMessage();
  }

  @Test
  void everybodyOnTheBusIsFound() {
    Robot robot = new Robot(3, List.of(), 1);
    ServoAccess access = new ServoAccess(robot.link, Robot.SETTINGS);
    assertEquals(
        List.of(
            new Ping(1, Answer.SERVO, 1200, 46),
            new Ping(2, Answer.SERVO, 1200, 46),
            new Ping(3, Answer.SERVO, 1200, 46)),
        access.scan(0, 20));
    assertEquals(
        List.of(ServoModel.XL330_M288, ServoModel.XL330_M288, ServoModel.XL330_M288),
        access.identify(robot.joints));
  }

  @Test
  void everybodyIsFoundOnADisturbedLine() {
    Robot robot =
        new Robot(
            3,
            List.of(
                new Fault.DropBytes(0.005, 0, Optional.empty()),
                new Fault.FlipBytes(0.005, 0, Optional.empty())),
            4);
    assertEquals(3, new ServoAccess(robot.link, Robot.SETTINGS).identify(robot.joints).size());
  }

  @Test
  void registersAreReadAndWritten() {
    Robot robot = new Robot(2, List.of(), 1);
    ServoAccess access = new ServoAccess(robot.link, Robot.SETTINGS);
    access.write(2, register("position-p-gain"), 900);
    assertEquals(900, access.read(2, register("position-p-gain")));
    assertEquals(400, access.read(1, register("position-p-gain")));
    assertEquals(List.of(), access.ailments(1));
  }

  @Test
  void anAnswerThatIsLateIsNotTakenForThatToTheNextQuestion() {
    double late = 0.6 * Robot.SETTINGS.patienceSeconds();
    Robot robot = new Robot(1, List.of(new Fault.Latency(late, late, 0, Optional.empty())), 1);
    ServoAccess access = new ServoAccess(robot.link, Robot.SETTINGS);
    int silent = 0;
    for (int i = 0; i < 200; i++) {
      try {
        assertEquals(400, access.read(1, register("position-p-gain")));
        assertEquals(0, access.read(1, register("position-d-gain")));
        assertEquals(885, access.read(1, register("pwm-limit")));
      } catch (ServoException e) {
        silent++;
      }
    }
    assertTrue(silent < 100, "silent " + silent + " times");
  }

  @Test
  void aRefusalIsToldWithItsReason() {
    Robot robot = new Robot(1, List.of(), 1);
    ServoAccess access = new ServoAccess(robot.link, Robot.SETTINGS);
    access.write(1, register("torque-enable"), 1);
    String message =
        assertThrows(ServoException.class, () -> access.write(1, register("return-delay-time"), 10))
            .getMessage();
    assertEquals(
        "servo 1 refuses: the register does not exist, is read-only, or is one of the EEPROM (below"
            + " 64) while the torque is on",
        message);
  }

  @Test
  void aRebootTakesTheTorqueOff() {
    Robot robot = new Robot(1, List.of(), 1);
    ServoAccess access = new ServoAccess(robot.link, Robot.SETTINGS);
    access.write(1, register("torque-enable"), 1);
    access.reboot(1);
    assertEquals(Answer.SILENCE, access.ping(1).answer());
    robot.link.sleepUntil(robot.link.nanoTime() + 1_000_000_000);
    assertEquals(0, access.read(1, register("torque-enable")));
  }

  @Test
  void aWrongBaudRateIsTold() {
    Robot robot = new Robot(2, List.of(), 1);
    robot.servos.forEach(servo -> servo.set("baud-rate", 1));
    assertEquals(
        "no servo answers on emulated servos at 1000000 baud; check the servos' power, the cable, and"
            + " the baud rate (new servos have 57600)",
        problem(robot));
  }

  @Test
  void aMissingServoIsToldWithTheIdsThatNobodyUses() {
    Robot robot = new Robot(3, List.of(), 1);
    robot.joints.set(1, new ServoJoint("knee", 12, robot.joints.get(1).calibration()));
    assertEquals(
        "joint knee has no servo: id 12 is silent; did you mean one of the ids that no joint has: 2?",
        problem(robot));
    Robot other = new Robot(2, List.of(new Fault.Missing(2, 0, Optional.empty())), 1);
    assertEquals(
        "joint joint2 has no servo: id 2 is silent; check its cable and power; no other id answers",
        problem(other));
  }

  @Test
  void twoServosWithOneIdAreTold() {
    Robot robot = new Robot(3, List.of(), 1);
    robot.servos.get(2).set("id", 2);
    robot.joints.remove(2);
    String message = problem(robot);
    assertTrue(
        message.startsWith(
            "the answers of id 2 (joint joint2) are garbled: two servos have that id"),
        message);
  }

  @Test
  void anUnknownModelIsToldWithThoseThatAreKnown() {
    Robot robot = new Robot(1, List.of(), 1);
    robot.servos.get(0).set("model-number", 1030);
    assertEquals(
        "the servo of joint joint1 (id 1) is of model number 1030, which is not known here; known are"
            + " XL330_M077 (1190), XL330_M288 (1200), XL430_W250 (1060)",
        problem(robot));
  }

  @Test
  void allProblemsAreToldAtOnce() {
    Robot robot =
        new Robot(
            4,
            List.of(
                new Fault.Missing(2, 0, Optional.empty()),
                new Fault.Missing(3, 0, Optional.empty())),
            1);
    List<String> lines = new ArrayList<>(List.of(problem(robot).split("\n", -1)));
    assertEquals(2, lines.size());
    assertTrue(lines.get(0).startsWith("joint joint2") && lines.get(1).startsWith("joint joint3"));
  }
}
