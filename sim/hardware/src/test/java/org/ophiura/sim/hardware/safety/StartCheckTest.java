package org.ophiura.sim.hardware.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.limit.LimitSettings;
import org.ophiura.sim.hardware.limit.Limits;

final class StartCheckTest {
  private final ServoArm arm = new ServoArm(3);
  private final Limits limits = Limits.of(LimitSettings.DEFAULT, arm.layout());

  private List<String> problems() {
    return StartCheck.problems(limits, actuator -> true, arm.state(), 0.1);
  }

  @Test
  void aCalibratedRobotWithinItsRangeMayStart() {
    arm.push(0, ServoArm.RANGE + 0.05);
    assertEquals(List.of(), problems());
  }

  @Test
  void aMissingCalibrationIsNamed() {
    List<String> problems =
        StartCheck.problems(limits, actuator -> actuator != 1, arm.state(), 0.1);
    assertEquals(
        List.of("servo-1 is not calibrated: calibrate it before the robot is started"), problems);
  }

  @Test
  void aPositionOutsideOfTheRangeContradictsTheCalibration() {
    arm.push(2, -1.25);
    List<String> problems = problems();
    assertEquals(1, problems.size());
    assertTrue(
        problems
            .get(0)
            .startsWith(
                "servo-2 reads -1.250 rad, outside of its range [-1.000, 1.000] by more than 0.100"),
        problems.get(0));
  }

  @Test
  void aPositionThatIsNoNumberIsAProblem() {
    arm.push(0, Double.NaN);
    assertEquals(List.of("servo-0 reads NaN: check its sensor and the link to it"), problems());
  }
}
