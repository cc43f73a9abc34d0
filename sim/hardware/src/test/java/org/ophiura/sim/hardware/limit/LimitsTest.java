package org.ophiura.sim.hardware.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.plugin.SettingException;

final class LimitsTest {
  private static final RobotLayout SERVOS = ServoArm.layout(2);
  private static final RobotLayout MOTORS = ServoArm.layout(2, "N m", 2);

  private static JointLimitSettings joint(
      String name, Optional<Double> lower, Optional<Double> upper, Optional<Double> acceleration) {
    return new JointLimitSettings(
        name, lower, upper, Optional.empty(), acceleration, Optional.empty(), Optional.empty());
  }

  private static LimitSettings with(JointLimitSettings... joints) {
    return new LimitSettings(6, 100, Optional.empty(), Optional.empty(), List.of(joints));
  }

  private static String message(LimitSettings settings, RobotLayout layout) {
    return assertThrows(SettingException.class, () -> Limits.of(settings, layout)).getMessage();
  }

  @Test
  void theModelsRangeIsNarrowedAndNeverWidened() {
    Limits limits =
        Limits.of(
            with(
                joint("joint-0", Optional.of(-0.5), Optional.of(7.0), Optional.empty()),
                joint("joint-1", Optional.empty(), Optional.empty(), Optional.of(3.0))),
            SERVOS);
    assertEquals(-0.5, limits.actuator(0).lower());
    assertEquals(ServoArm.RANGE, limits.actuator(0).upper());
    assertEquals(100, limits.actuator(0).acceleration());
    assertEquals(3, limits.actuator(1).acceleration());
  }

  @Test
  void theTorqueOfAServoBecomesADistanceFromTheMeasuredPosition() {
    LimitSettings settings =
        new LimitSettings(6, 100, Optional.of(4.0), Optional.empty(), List.of());
    assertEquals(4 / ServoArm.STIFFNESS, Limits.of(settings, SERVOS).actuator(0).error());
    assertEquals(2, Limits.of(settings, ServoArm.layout(2, "N m", 2)).actuator(0).upper() * 2);
  }

  @Test
  void aJointThatIsNotThereIsAnErrorWithTheNearestName() {
    assertEquals(
        "joints[0].joint must be a joint with an actuator, got 'joint-9'; did you mean 'joint-0'?"
            + " Known: joint-0, joint-1",
        message(
            with(joint("joint-9", Optional.empty(), Optional.empty(), Optional.empty())), SERVOS));
  }

  @Test
  void aRangeThatLeavesNothingIsAnError() {
    assertEquals(
        "joints[0].lower must leave a part of the model's range [-1.0, 1.0] (rad), got 2.0",
        message(
            with(joint("joint-0", Optional.of(2.0), Optional.empty(), Optional.empty())), SERVOS));
  }

  @Test
  void aLimitThatCannotBeHeldIsAnError() {
    assertEquals(
        "joints[0].acceleration must be left out, got 3.0; commands of servo-0 are in N m, and"
            + " cannot be held to it with what the robot measures",
        message(
            with(joint("joint-0", Optional.empty(), Optional.empty(), Optional.of(3.0))), MOTORS));
  }

  @Test
  void aJointIsWrittenOnce() {
    JointLimitSettings joint =
        joint("joint-0", Optional.empty(), Optional.empty(), Optional.empty());
    assertEquals(
        "joints[1].joint must be written once, got 'joint-0' again; join the two blocks",
        assertThrows(SettingException.class, () -> with(joint, joint)).getMessage());
  }

  @Test
  void rangesHaveALowerAndAnUpperEnd() {
    assertEquals(
        "lower must be < upper (rad), got 1.0 and an upper of 1.0",
        assertThrows(
                SettingException.class,
                () -> joint("joint-0", Optional.of(1.0), Optional.of(1.0), Optional.empty()))
            .getMessage());
  }
}
