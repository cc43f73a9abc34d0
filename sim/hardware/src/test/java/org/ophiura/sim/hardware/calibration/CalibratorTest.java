package org.ophiura.sim.hardware.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.hardware.HandMovedBody;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.dynamixel.ServoModel;
import org.ophiura.sim.hardware.emulator.EmulatedBus;
import org.ophiura.sim.hardware.emulator.EmulatedLink;
import org.ophiura.sim.hardware.emulator.EmulatedServo;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.servo.BusSettings;
import org.ophiura.sim.hardware.servo.JointCalibration;
import org.ophiura.sim.hardware.servo.ServoAccess;
import org.ophiura.sim.hardware.servo.ServoException;
import org.ophiura.sim.hardware.servo.ServoJoint;
import org.ophiura.sim.hardware.servo.TickScale;

/** Joints of a range of [-1, 1] rad whose servos a hand turns as a script says. */
final class CalibratorTest {
  private static final int BAUD = 1_000_000;

  /** One position of a servo: what its sensor cannot tell apart. */
  private static final double TICK_RADIANS = 2 * Math.PI / 4096;

  private final List<Fault> faults = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final Deque<Runnable> hand = new ArrayDeque<>();
  private final Deque<String> typed = new ArrayDeque<>();
  private final HandMovedBody body = new HandMovedBody(2);
  private final List<EmulatedServo> servos =
      List.of(
          new EmulatedServo(
              ServoModel.XL330_M288, 1, BAUD, 46, body.servo(0), new SplittableRandom(1)),
          new EmulatedServo(
              ServoModel.XL430_W250, 2, BAUD, 46, body.servo(1), new SplittableRandom(2)));
  private final List<ServoJoint> joints =
      List.of(
          new ServoJoint("joint-0", 1, Optional.empty()),
          new ServoJoint("joint-1", 2, Optional.empty()));

  private final Guide guide =
      new Guide() {
        @Override
        public void tell(String line) {
          told.add(line);
        }

        @Override
        public String ask(String request, Supplier<String> reading) {
          told.add(request);
          if (!hand.isEmpty()) {
            hand.remove().run();
            told.add(reading.get());
            return "";
          }
          if (!typed.isEmpty()) {
            return typed.remove();
          }
          throw new IllegalStateException("nobody is there any more");
        }
      };

  /** Lets the hand turn a servo to angles, one for each request. */
  private void turn(int servo, double... angles) {
    for (double angle : angles) {
      hand.add(() -> body.move(servo, angle));
    }
  }

  private void holdTheRobot() {
    hand.add(() -> {});
  }

  /** Both joints, calibrated where that is wanted. */
  private List<ServoJoint> calibrate(double scale, String... wanted) {
    EmulatedLink link =
        new EmulatedLink(new EmulatedBus(servos, body, BAUD, faults, new SplittableRandom(3)));
    ServoAccess access = new ServoAccess(link, new BusSettings(BAUD, 0, 0.003, 1, false));
    List<ServoJoint> all = new ArrayList<>(joints);
    new Calibrator(access, guide, scale)
        .calibrate(
            joints,
            List.of(wanted),
            ServoArm.layout(2),
            done -> all.set(done.joint().equals("joint-0") ? 0 : 1, done));
    return all;
  }

  private JointCalibration first(double scale) {
    return calibrate(scale, "joint-0").get(0).calibration().orElseThrow();
  }

  private static void assertCalibration(
      int sign, double offset, double lower, double upper, JointCalibration found) {
    assertEquals(sign, found.sign());
    assertEquals(offset, found.offset(), 2 * TICK_RADIANS);
    assertEquals(lower, found.lower(), 2 * TICK_RADIANS);
    assertEquals(upper, found.upper(), 2 * TICK_RADIANS);
  }

  private boolean wasTold(String part) {
    return told.stream().anyMatch(line -> line.contains(part));
  }

  @Test
  void signOffsetAndRangeOfEachJointAreFound() {
    holdTheRobot();
    turn(0, 0.3, 0.7, -0.8, 1.35);
    turn(1, -0.2, -0.6, 0.85, -1.1);
    List<ServoJoint> found = calibrate(1, "joint-0", "joint-1");
    assertCalibration(1, -0.3, -1.1, 1.05, found.get(0).calibration().orElseThrow());
    assertCalibration(-1, -0.2, -1.05, 0.9, found.get(1).calibration().orElseThrow());
    assertTrue(wasTold("Joint 1 of 2: joint-0, servo 1 (XL330_M288)"), told.toString());
    assertTrue(wasTold("Joint 2 of 2: joint-1, servo 2 (XL430_W250)"), told.toString());
  }

  @Test
  void theZeroThatWasShownIsTheZeroOfTheJoint() {
    holdTheRobot();
    turn(0, 0.3, -0.2, 1.2, -0.6);
    JointCalibration found = first(1);
    int shown = 2048 + (int) Math.rint(0.3 / TICK_RADIANS);
    assertEquals(0, new TickScale(found).angle(shown), TICK_RADIANS);
    assertTrue(new TickScale(found).angle(2048 - 130) > 0, "and it counts as the model does");
  }

  @Test
  void aGearIsTakenIntoAccount() {
    holdTheRobot();
    turn(0, 0, 1, -2, 2);
    JointCalibration found = first(2);
    assertEquals(2, found.scale());
    assertCalibration(1, 0, -1, 1, found);
  }

  @Test
  void theTorqueGoesOffWhenTheRobotIsHeldAndNotBefore() {
    servos.get(0).set("torque-enable", 1);
    servos.get(1).set("torque-enable", 1);
    hand.add(() -> assertEquals(1, servos.get(0).get("torque-enable")));
    hand.add(
        () -> {
          assertEquals(0, servos.get(0).get("torque-enable"));
          assertEquals(0, servos.get(1).get("torque-enable"), "also that of the other joints");
        });
    turn(0, 0.5, -1, 1);
    first(1);
    assertFalse(body.held(0));
    assertFalse(body.held(1));
  }

  @Test
  void jointsThatAreNotWantedKeepWhatTheyHave() {
    holdTheRobot();
    turn(1, 0, 0.5, -1, 1);
    List<ServoJoint> found = calibrate(1, "joint-1");
    assertEquals(joints.get(0), found.get(0));
    assertTrue(found.get(1).calibration().isPresent());
  }

  @Test
  void aReadingFollowsTheHandInWords() {
    holdTheRobot();
    turn(0, 0.3, 0.7, -0.8, 1.35);
    first(1);
    assertTrue(wasTold("servo 1 at 2244 (17.2 degrees)"), told.toString());
  }

  @Test
  void aJointThatHardlyMovesIsMeasuredAgain() {
    holdTheRobot();
    turn(0, 0, 0.05);
    turn(0, 0, 0.5, -1, 1);
    assertCalibration(1, 0, -1, 1, first(1));
    assertTrue(wasTold("  ! it hardly moved: 0.051 rad, and at least 0.1 tell its direction"));
  }

  @Test
  void endsThatContradictTheDirectionAreMeasuredAgain() {
    holdTheRobot();
    turn(0, 0, 0.5, 1, -1);
    turn(0, 0, 0.5, -1, 1);
    assertCalibration(1, 0, -1, 1, first(1));
    assertTrue(
        wasTold(
            "  ! the ends contradict the direction: the lower one is at 1.000 rad, the upper at"
                + " -1.000"),
        told.toString());
  }

  @Test
  void endsThatAreOneAndTheSameAreMeasuredAgain() {
    holdTheRobot();
    turn(0, 0, 0.5, 0.5, 0.52);
    turn(0, 0, 0.5, -1, 1);
    assertCalibration(1, 0, -1, 1, first(1));
    assertTrue(wasTold("  ! it hardly moved: the lower end is at 0.500 rad"), told.toString());
  }

  @Test
  void aZeroOutsideOfTheEndsIsMeasuredAgain() {
    holdTheRobot();
    turn(0, -1.5, -0.5, -1, 1);
    turn(0, 0, 0.5, -1, 1);
    assertCalibration(1, 0, -1, 1, first(1));
    assertTrue(
        wasTold("  ! the zero that was shown is outside of the two ends, [0.500, 2.500] rad"),
        told.toString());
  }

  @Test
  void aServoThatPassedTheEndOfItsTurnIsMeasuredAgain() {
    holdTheRobot();
    turn(0, 3, -2.9);
    turn(0, 3.3);
    turn(0, 0, 0.5, -1, 1);
    assertCalibration(1, 0, -1, 1, first(1));
    assertTrue(wasTold("  ! it moved 5.9"), told.toString());
    assertTrue(wasTold("outside of its turn (0 to 4095): take the horn off"), told.toString());
  }

  @Test
  void aJointThatMovesWhileItIsMeasuredIsMeasuredAgain() {
    holdTheRobot();
    hand.add(() -> body.tremble(0, 0.2));
    hand.add(() -> body.tremble(0, 0));
    turn(0, 0.5, -1, 1);
    assertCalibration(1, 0, -1, 1, first(1));
    assertTrue(wasTold("  ! the joint moves while it is measured"), told.toString());
  }

  @Test
  void aJointIsStartedOverOnRequest() {
    holdTheRobot();
    typed.add("again");
    assertThrows(IllegalStateException.class, () -> first(1), "nobody measures it once more");
    assertEquals("  Once more:", told.get(told.size() - 2));
  }

  @Test
  void aRangeThatContradictsTheModelIsTakenOnlyIfItIsMeant() {
    holdTheRobot();
    turn(0, 0, 0.2, -0.3, 0.3);
    typed.add("");
    typed.add("keep");
    assertThrows(
        IllegalStateException.class,
        () -> first(1),
        "an Enter measures it again, for which nobody is there");
    assertTrue(
        wasTold(
            "  ! it moves within [-0.301, 0.301] rad, which contradicts the model's range [-1.000,"
                + " 1.000]"),
        told.toString());
  }

  @Test
  void aRangeThatContradictsTheModelIsTakenIfItIsMeant() {
    holdTheRobot();
    turn(0, 0, 0.2, -0.3, 0.3);
    typed.add("keep");
    assertCalibration(1, 0, -0.3, 0.3, first(1));
  }

  @Test
  void aServoThatIsNotThereIsToldBeforeAnythingIsMoved() {
    faults.add(new Fault.Missing(2, 0, Optional.empty()));
    String message = assertThrows(ServoException.class, () -> calibrate(1, "joint-0")).getMessage();
    assertTrue(message.startsWith("joint joint-1 has no servo: id 2 is silent"), message);
    assertEquals(List.of(), told);
  }

  @Test
  void aServoThatGoesAwayIsTold() {
    holdTheRobot();
    hand.add(() -> servos.get(0).set("baud-rate", 1));
    String message = assertThrows(ServoException.class, () -> calibrate(1, "joint-0")).getMessage();
    assertEquals(
        "servo 1 on emulated servos does not answer: cannot read present-position", message);
    assertTrue(wasTold("servo 1 does not answer"), told.toString());
  }
}
