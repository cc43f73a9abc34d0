package org.ophiura.learning.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.learning.ArrayState;
import org.ophiura.learning.StateIndexer;
import org.ophiura.learning.StateIndexerContract;

class ArmViewTest {
  private static final int ARMS = 5;

  private static StateIndexer view(ArmView view, int arm) {
    return view.create(arm, new TargetDirectionIndexer(ARMS, 0, 1, 2));
  }

  /** What an arm sees of a target at an angle from the robot's own x axis, however it is turned. */
  private static String seen(ArmView view, int arm, double targetDegrees) {
    StateIndexer indexer = view(view, arm);
    String name = "";
    for (double yaw = -3; yaw < 3.1; yaw += 0.5) {
      double radians = Math.toRadians(targetDegrees) + yaw;
      double[] observations = {Math.cos(radians), Math.sin(radians), yaw};
      String seen = indexer.nameOf(indexer.indexOf(new ArrayState(observations)));
      assertTrue(name.isEmpty() || name.equals(seen), "turned by " + yaw);
      name = seen;
    }
    return name;
  }

  @ParameterizedTest
  @CsvSource({
    // Arm 0 points at 0 degrees, arm 1 at 72, arm 4 at -72; left is counter-clockwise.
    "0, 10, closest",
    "0, 72, target-left",
    "0, 170, target-left",
    "0, -72, target-right",
    "0, -170, target-right",
    "1, 72, closest",
    "1, 10, target-right",
    "1, 144, target-left",
    "4, 10, target-left",
    "4, -72, closest"
  })
  void anArmSeesWhetherItIsClosestOrOnWhichSideTheTargetLies(
      int arm, double targetDegrees, String state) {
    assertEquals(state, seen(ArmView.CLOSEST_LEFT_RIGHT, arm, targetDegrees));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, target-at-0-degrees",
    "0, 72, target-at-72-degrees",
    "1, 10, target-at-288-degrees",
    "4, 10, target-at-72-degrees",
    "3, 10, target-at-144-degrees"
  })
  void anArmSeesTheAngleToTheTarget(int arm, double targetDegrees, String state) {
    assertEquals(state, seen(ArmView.ANGLE, arm, targetDegrees));
  }

  @Test
  void exactlyOneArmIsTheClosestAndTwoSeeTheTargetOnEachSide() {
    for (double degrees = -179.5; degrees < 180; degrees++) {
      int[] counts = new int[3];
      for (int arm = 0; arm < ARMS; arm++) {
        double radians = Math.toRadians(degrees);
        double[] observations = {Math.cos(radians), Math.sin(radians), 0};
        counts[view(ArmView.CLOSEST_LEFT_RIGHT, arm).indexOf(new ArrayState(observations))]++;
      }
      assertEquals("1 2 2", counts[0] + " " + counts[1] + " " + counts[2], degrees + " degrees");
    }
  }

  @Test
  void viewsAreNamedAsInTrialFiles() {
    assertEquals("closest-left-right", ArmView.CLOSEST_LEFT_RIGHT.id());
    assertEquals("angle", ArmView.ANGLE.id());
  }

  /** The views of one arm. */
  abstract static class ViewContract extends StateIndexerContract {
    private final ArmView view;

    ViewContract(ArmView view) {
      this.view = view;
    }

    @Override
    protected StateIndexer newIndexer() {
      return view(view, 3);
    }

    @Override
    protected int observationSize() {
      return 3;
    }

    @Override
    protected void draw(RandomGenerator random, double[] observations) {
      double radians = random.nextDouble(-Math.PI, Math.PI);
      observations[0] = Math.cos(radians);
      observations[1] = Math.sin(radians);
      observations[2] = random.nextDouble(-Math.PI, Math.PI);
    }
  }

  @Nested
  class ClosestLeftRight extends ViewContract {
    ClosestLeftRight() {
      super(ArmView.CLOSEST_LEFT_RIGHT);
    }
  }

  @Nested
  class Angle extends ViewContract {
    Angle() {
      super(ArmView.ANGLE);
    }
  }
}
