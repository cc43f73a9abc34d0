package org.ophiura.sim.hardware.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.hardware.emulator.EmulatedServo;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.limit.JointLimitSettings;
import org.ophiura.sim.hardware.limit.LimitSettings;
import org.ophiura.sim.hardware.link.SerialLink;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.hardware.servo.BusSettings;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoJoint;

final class DoctorTest {
  private static final String WIZARD = " with DYNAMIXEL Wizard 2.0, while the torque is off";

  @TempDir private Path root;
  private Patient patient;

  @BeforeEach
  void aHealthyRobot() throws IOException {
    Patient.plugIn(root, "1");
    patient = new Patient(3, root);
  }

  private void onlyProblem(String problem) {
    assertEquals(List.of(problem), patient.problems());
  }

  @Test
  void aHealthyRobotHasNoProblem() {
    assertEquals(
        List.of(
            "joints: each of 3 joints has a servo",
            "budget: 3 servos take 3.41 ms of the 20.00 ms between two commands: 1.41 ms on the line"
                + " at 1000000 baud, 2 ms in a USB adapter",
            "limits: all joints are commanded within their calibrated ranges",
            "port: /dev/ttyUSB0 opens at 1000000 baud",
            "latency: the adapter hands bytes on after 1 ms",
            "servo 1: XL330_M288 of joint-0, firmware 46, 5.0 V, 30 degrees",
            "servo 2: XL330_M288 of joint-1, firmware 46, 5.0 V, 30 degrees",
            "servo 3: XL330_M288 of joint-2, firmware 46, 5.0 V, 30 degrees",
            "watchdog: 3 servos can be armed to stop after 100 ms of silence",
            "calibration: all joints are where their calibration allows"),
        patient.findings().stream()
            .map(finding -> finding.subject() + ": " + finding.found())
            .toList());
  }

  @Test
  void nothingOfARobotIsChanged() {
    patient.findings();
    for (EmulatedServo servo : patient.servos) {
      assertEquals(0, servo.get("bus-watchdog"));
      assertEquals(0, servo.get("torque-enable"));
    }
  }

  @Test
  void aPortThatIsNotThereEndsTheExamination() {
    String absent = root.resolve("ttyUSB1").toString();
    patient.port = baud -> SerialLink.open(absent, baud);
    List<String> problems = patient.problems();
    assertEquals(1, problems.size());
    assertTrue(
        problems.get(0).startsWith("port: there is no serial port " + absent), problems.toString());
  }

  @Test
  void servosAtAnotherBaudRateAreFound() {
    patient.servos.forEach(servo -> servo.set("baud-rate", 1));
    assertEquals(
        List.of(
            "servos: no servo answers on emulated servos at 1000000 baud; check the servos' power, the"
                + " cable, and the baud rate (new servos have 57600)",
            "baud: id 1 answers at 57600 baud: set baud to that, or the servo (register 8) to 1000000"
                + " baud with DYNAMIXEL Wizard 2.0"),
        patient.problems());
  }

  @Test
  void oneServoAtAnotherBaudRateIsFoundToo() {
    patient.servos.get(1).set("baud-rate", 4);
    assertEquals(
        List.of(
            "servo 2: joint joint-1 has no servo: id 2 is silent; check its cable and power; no other"
                + " id answers",
            "baud: id 2 answers at 2000000 baud: set baud to that, or the servo (register 8) to"
                + " 1000000 baud with DYNAMIXEL Wizard 2.0"),
        patient.problems());
  }

  @Test
  void servosWithoutPowerAreFoundNowhere() {
    for (int id = 1; id <= 3; id++) {
      patient.faults.add(new Fault.Missing(id, 0, Optional.empty()));
    }
    onlyProblem(
        "servos: no servo answers on emulated servos at 1000000 baud; check the servos' power, the"
            + " cable, and the baud rate (new servos have 57600)");
  }

  @Test
  void twoServosWithOneIdAreTold() {
    patient.servos.get(2).set("id", 2);
    List<String> problems = patient.problems();
    assertTrue(
        problems.get(0).startsWith("servo 2: the answers of id 2 (joint joint-1) are garbled: two"),
        problems.toString());
    assertTrue(
        problems.get(1).startsWith("servo 3: joint joint-2 has no servo: id 3 is silent"),
        problems.toString());
  }

  @Test
  void twoJointsWithOneIdAreTold() {
    patient.joints.set(2, new ServoJoint("joint-2", 2, patient.joints.get(2).calibration()));
    onlyProblem(
        "joints: joints[2].id must differ from that of all other joints, got 2, which joint-1 has");
  }

  @Test
  void aJointWithoutAServoIsTold() {
    patient.joints.remove(1);
    onlyProblem("joints: joints must have a servo for every joint, got none for 'joint-1'");
  }

  @Test
  void firmwareThatIsTooOldForAFastReadIsTold() {
    patient.bus = new BusSettings(Patient.BAUD, 0, 0.003, 1, true);
    assertEquals(List.of(), patient.problems());
    patient.servos.get(1).set("firmware-version", 44);
    onlyProblem(
        "firmware: fast-read needs newer firmware: id 2 has 44 and XL330_M288 needs 46; update it"
            + " with DYNAMIXEL Wizard 2.0, or leave fast-read out");
  }

  @Test
  void aReturnDelayIsTold() {
    patient.servos.get(0).set("return-delay-time", 250);
    onlyProblem(
        "servo 1: it waits 500 us before it answers; return-delay says 0 us -> write 0 to register 9"
            + " (return-delay-time)"
            + WIZARD
            + ", or set return-delay to 0.0005");
  }

  @Test
  void aModeWithoutPositionsIsTold() {
    patient.servos.get(0).set("operating-mode", 1);
    onlyProblem(
        "servo 1: it is in operating mode 1, which has no positions -> write 3 to register 11"
            + " (operating-mode)"
            + WIZARD);
  }

  @Test
  void aTargetThatPutsTheTorqueOnIsTold() {
    patient.servos.get(0).set("drive-mode", 8);
    onlyProblem(
        "servo 1: a target alone puts its torque on -> clear bit 3 of register 10 (drive-mode)"
            + WIZARD);
  }

  @Test
  void aServoThatAnswersPingsAloneIsTold() {
    patient.servos.get(1).set("status-return-level", 0);
    List<String> problems = patient.problems();
    assertTrue(
        problems
            .get(0)
            .matches(
                "servo 2: servo 2 .* does not answer: cannot read .* write 2 to register 68.*"),
        problems.toString());
  }

  @Test
  void torqueThatIsOnIsTold() {
    patient.servos.get(2).set("torque-enable", 1);
    List<String> problems = patient.problems();
    assertEquals(
        "servo 3: its torque is on though nobody drives it -> take its power off and on again, and"
            + " look for the program that left it on",
        problems.get(0));
    assertEquals(1, problems.size());
    assertEquals(1, patient.servos.get(2).get("torque-enable"), "the doctor leaves it");
  }

  @Test
  void hardwareErrorsAreTold() {
    patient.faults.add(new Fault.Overheat(80, 2, 0, Optional.empty()));
    List<String> problems = patient.problems();
    assertEquals(
        List.of(
            "servo 2: too hot: let it cool, and lower the load -> then take its power off and on"
                + " again",
            "servo 2: 80 degrees, which stops the robot at 65.0 -> let it cool down"),
        problems);
  }

  @Test
  void lowVoltageIsTold() {
    SafetySettings own = SafetySettings.DEFAULT;
    patient.safety =
        new SafetySettings(
            own.limits(),
            own.refusedCommands(),
            own.commandTimeout(),
            own.controllerTimeout(),
            own.calibrationTolerance(),
            own.temperature(),
            own.load(),
            own.overloadTime(),
            Optional.of(4.5));
    patient.faults.add(new Fault.BrownOut(4.0, 0, Optional.empty()));
    List<String> problems = patient.problems();
    assertEquals(
        "servo 1: 4.0 V, and less than 4.5 V stop the robot -> charge the battery or check the"
            + " supply",
        problems.get(0));
    assertEquals(3, problems.size());
  }

  @Test
  void aWatchdogThatHadExpiredIsClearedAndTold() {
    patient.servos.get(0).set("bus-watchdog", 255);
    Finding watchdog =
        patient.findings().stream()
            .filter(finding -> finding.subject().equals("watchdog"))
            .findFirst()
            .orElseThrow();
    assertTrue(watchdog.well());
    assertEquals(
        "3 servos can be armed to stop after 100 ms of silence; it had expired in servo 1, whose host"
            + " had died: cleared",
        watchdog.found());
    assertEquals(0, patient.servos.get(0).get("bus-watchdog"));
  }

  @Test
  void aWatchdogThatBarksAtOneLateCommandIsTold() {
    patient.watchdogSeconds = 0.03;
    onlyProblem(
        "watchdog: the servos stop after 0.03 s of silence, less than two control periods of 0.02 s:"
            + " one late command stops the robot -> set servo-watchdog to 0.040 or more");
  }

  @Test
  void aBusThatIsTooSlowForTheControlRateIsToldWithOneThatIsNot() {
    patient.bus = new BusSettings(57_600, 0, 0.003, 1, false);
    patient.servos.forEach(servo -> servo.set("baud-rate", 1));
    onlyProblem(
        "budget: 3 servos take 26.48 ms of the 20.00 ms between two commands: 24.48 ms on the line"
            + " at 57600 baud, 2 ms in a USB adapter -> set the servos (register 8) and baud to"
            + " 115200, or a control period of 0.034 s");
  }

  @Test
  void aJointThatIsNotCalibratedIsTold() {
    patient.joints.set(1, new ServoJoint("joint-1", 2, Optional.empty()));
    onlyProblem("calibration: joint-1 is not calibrated -> ophiura hil calibrate");
  }

  @Test
  void aPositionThatContradictsTheCalibrationIsTold() {
    patient.body.move(1, 1.5);
    onlyProblem(
        "calibration: joint-1 reads 1.500 rad, outside of its range [-1.100, 1.100] by more than"
            + " 0.100: move the joint into its range by hand; if it is there already, its sign or"
            + " offset is wrong: calibrate it again");
  }

  @Test
  void aModelThatMovesFurtherThanTheJointIsToldWithTheRangeThatWouldDo() {
    patient.calibrate(2, Patient.calibration(-0.8, 1.1));
    onlyProblem(
        "limits: joint-2 is commanded within [-1.000, 1.000] rad, and moves within [-0.800, 1.100]"
            + " -> free the joint and ophiura hil calibrate, or narrow safety.limits: {joints:"
            + " [{joint: joint-2, lower: -0.800, upper: 1.000}]}");
    SafetySettings own = SafetySettings.DEFAULT;
    Optional<Double> none = Optional.empty();
    patient.safety =
        new SafetySettings(
            new LimitSettings(
                own.limits().velocity(),
                own.limits().acceleration(),
                none,
                none,
                List.of(
                    new JointLimitSettings(
                        "joint-2", Optional.of(-0.8), Optional.of(1.0), none, none, none, none))),
            own.refusedCommands(),
            own.commandTimeout(),
            own.controllerTimeout(),
            own.calibrationTolerance(),
            own.temperature(),
            own.load(),
            own.overloadTime(),
            own.voltage());
    assertEquals(List.of(), patient.problems(), "the fix is one");
  }

  @Test
  void rangesWithoutACommonAngleAreAWrongCalibration() {
    patient.calibrate(0, new JointCalibration(1, 1.7, 1, 1.2, 2.2));
    List<String> problems = patient.problems();
    assertEquals(
        "limits: joint-0 is commanded within [-1.000, 1.000] rad, and moves within [1.200, 2.200]: no"
            + " angle is in both -> its sign or offset is wrong: ophiura hil calibrate, or correct the"
            + " model's range",
        problems.get(0));
  }

  @Test
  void limitsInTheServoThatForbidTheRangeAreTold() {
    patient.servos.get(1).set("max-position-limit", 2500);
    onlyProblem(
        "limits: servo 2 of joint-1 goes to positions 1396 to 2700, and refuses what is beyond 0 to"
            + " 2500 -> write 0 to register 52 (min-position-limit) and 4095 to 48"
            + " (max-position-limit) with DYNAMIXEL Wizard 2.0");
  }

  @Test
  void aDisturbedLineDoesNotMakeAHealthyRobotIll() {
    patient.faults.add(new Fault.DropBytes(0.002, 0, Optional.empty()));
    patient.faults.add(new Fault.FlipBytes(0.002, 0, Optional.empty()));
    assertEquals(List.of(), patient.problems());
  }

  @Test
  void everyProblemHasARemedy() {
    patient.servos.get(0).set("return-delay-time", 250);
    patient.servos.get(0).set("operating-mode", 1);
    patient.servos.get(1).set("drive-mode", 8);
    patient.body.move(2, 2);
    patient.faults.add(new Fault.Overheat(80, 2, 0, Optional.empty()));
    for (Finding finding : patient.findings()) {
      assertFalse(
          !finding.well() && finding.fix().isEmpty() && !finding.found().contains(": "),
          finding.toString());
    }
  }
}
