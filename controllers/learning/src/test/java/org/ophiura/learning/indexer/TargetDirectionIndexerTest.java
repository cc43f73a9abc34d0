package org.ophiura.learning.indexer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.learning.ArrayState;
import org.ophiura.learning.StateIndexer;
import org.ophiura.learning.StateIndexerContract;

class TargetDirectionIndexerTest extends StateIndexerContract {
  private static final int ARMS = 5;
  private static final double SECTOR_RADIANS = 2 * Math.PI / ARMS;
  private static final int SAMPLES = 20_000;
  private static final long SEED = 777;

  /** A direction that is nearer to an edge may fall to either side by rounding. */
  private static final double EDGE_TOLERANCE_RADIANS = 1e-9;

  private static final int X = 1;
  private static final int Y = 2;
  private static final int YAW = 4;

  private final TargetDirectionIndexer indexer = new TargetDirectionIndexer(ARMS, X, Y, YAW);

  @Override
  protected StateIndexer newIndexer() {
    return new TargetDirectionIndexer(ARMS, X, Y, YAW);
  }

  @Override
  protected int observationSize() {
    return 6;
  }

  @Override
  protected void draw(RandomGenerator random, double[] observations) {
    double directionRadians = random.nextDouble(-Math.PI, Math.PI);
    observations[X] = Math.cos(directionRadians);
    observations[Y] = Math.sin(directionRadians);
    observations[YAW] = random.nextDouble(-Math.PI, Math.PI);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void targetStraightAheadOfAnArmIsThatArm(int arm) {
    assertEquals(arm, state(arm * SECTOR_RADIANS, 0));
    assertEquals(arm, state(0.7 + arm * SECTOR_RADIANS, 0.7));
    assertEquals("arm-" + arm, indexer.nameOf(arm));
  }

  @Test
  void stateIsTheArmWithTheSmallestAngleToTheTarget() {
    RandomGenerator random = new SplittableRandom(SEED);
    for (int i = 0; i < SAMPLES; i++) {
      double direction = random.nextDouble(-Math.PI, Math.PI);
      double yaw = random.nextDouble(-Math.PI, Math.PI);
      if (awayFromEdges(direction - yaw)) {
        assertEquals(
            nearestArm(direction, yaw),
            state(direction, yaw),
            "direction " + direction + " " + yaw);
      }
    }
  }

  @Test
  void turningTheTargetByOneArmAddsOneAndTurningTheRobotTakesOne() {
    RandomGenerator random = new SplittableRandom(SEED + 1);
    for (int i = 0; i < SAMPLES; i++) {
      double direction = random.nextDouble(-Math.PI, Math.PI);
      double yaw = random.nextDouble(-Math.PI, Math.PI);
      if (awayFromEdges(direction - yaw)) {
        int state = state(direction, yaw);
        String where = "direction " + direction + " yaw " + yaw;
        assertEquals((state + 1) % ARMS, state(direction + SECTOR_RADIANS, yaw), where);
        assertEquals((state + ARMS - 1) % ARMS, state(direction, yaw + SECTOR_RADIANS), where);
        assertEquals(state, state(direction + 1.234, yaw + 1.234), where);
      }
    }
  }

  @Test
  void anyNumberOfWholeTurnsChangesNothing() {
    RandomGenerator random = new SplittableRandom(SEED + 2);
    for (int i = 0; i < SAMPLES; i++) {
      double direction = random.nextDouble(-Math.PI, Math.PI);
      double yaw = random.nextDouble(-Math.PI, Math.PI);
      int turns = random.nextInt(-1_000, 1_001);
      if (awayFromEdges(direction - yaw)) {
        assertEquals(
            state(direction, yaw),
            state(direction, yaw + turns * 2 * Math.PI),
            "direction " + direction + " yaw " + yaw + " turns " + turns);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void edgeBelongsToTheSectorCounterClockwiseOfIt(int arm) {
    double edge = (2 * arm + 1) * Math.PI / ARMS;
    assertEquals((arm + 1) % ARMS, stateOfAngle(edge), "at the edge");
    assertEquals((arm + 1) % ARMS, stateOfAngle(edge + EDGE_TOLERANCE_RADIANS), "past the edge");
    assertEquals(arm, stateOfAngle(edge - EDGE_TOLERANCE_RADIANS), "before the edge");
  }

  @Test
  void wrappedAnglesLieInTheHalfOpenTurn() {
    assertEquals(-Math.PI, ArmSectors.wrap(Math.PI));
    assertEquals(-Math.PI, ArmSectors.wrap(-Math.PI));
    assertEquals(1.5, ArmSectors.wrap(1.5));
    RandomGenerator random = new SplittableRandom(SEED + 3);
    for (int i = 0; i < SAMPLES; i++) {
      double angle = random.nextDouble(-100, 100);
      double wrapped = ArmSectors.wrap(angle);
      assertTrue(wrapped >= -Math.PI && wrapped < Math.PI, angle + " gave " + wrapped);
      assertEquals(Math.cos(angle), Math.cos(wrapped), 1e-13, "one rounding of 100 rad");
      assertEquals(Math.sin(angle), Math.sin(wrapped), 1e-13, "one rounding of 100 rad");
    }
    double below = Math.nextDown(-Math.PI);
    assertTrue(ArmSectors.wrap(below) < Math.PI);
  }

  @Test
  void notebookAgreesWhileTheDifferenceOfAnglesNeedsNoWrapping() {
    RandomGenerator random = new SplittableRandom(SEED + 4);
    int compared = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double direction = random.nextDouble(-Math.PI, Math.PI);
      double yaw = random.nextDouble(-Math.PI, Math.PI);
      if (Math.abs(direction - yaw) < Math.PI && awayFromEdges(direction - yaw)) {
        int bin = NotebookIndexer.bin(Math.cos(direction), Math.sin(direction), yaw);
        assertEquals(NotebookIndexer.ARM_OF_BIN[bin], state(direction, yaw));
        compared++;
      }
    }
    assertTrue(compared > SAMPLES / 2);
  }

  @Test
  void notebookFallsOffItsTableWhenTheRobotHasTurned() {
    double direction = Math.toRadians(170);
    double yaw = Math.toRadians(-60);
    int bin = NotebookIndexer.bin(Math.cos(direction), Math.sin(direction), yaw);
    assertEquals(NotebookIndexer.ARM_OF_BIN.length, bin, "one past the end of the table");
    assertEquals(3, state(direction, yaw), "230 degrees is 14 from arm 3 at 216");
    assertNotEquals(3, NotebookIndexer.armAsInJax(bin), "which JAX hides by taking the last bin");

    double back = Math.toRadians(-170);
    bin = NotebookIndexer.bin(Math.cos(back), Math.sin(back), Math.toRadians(150));
    assertEquals(-1, bin, "before the start of the table");
    assertEquals(1, state(back, Math.toRadians(150)), "-320 degrees is 32 from arm 1 at 72");
    assertNotEquals(1, NotebookIndexer.armAsInJax(bin));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 6, 7})
  void otherNumbersOfArmsHaveTheirOwnSectors(int arms) {
    TargetDirectionIndexer other = new TargetDirectionIndexer(arms, X, Y, YAW);
    assertEquals(arms, other.stateCount());
    for (int arm = 0; arm < arms; arm++) {
      double centre = 2 * Math.PI * arm / arms;
      double almostHalf = 0.99 * Math.PI / arms;
      assertEquals(arm, other.indexOf(plant(centre, 0)));
      assertEquals(arm, other.indexOf(plant(centre + almostHalf, 0)));
      assertEquals(arm, other.indexOf(plant(centre - almostHalf, 0)));
    }
  }

  @Test
  void noArmsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new TargetDirectionIndexer(0, X, Y, YAW));
  }

  private int state(double directionRadians, double yawRadians) {
    return indexer.indexOf(plant(directionRadians, yawRadians));
  }

  /** State of an exact difference of angles: the direction is exactly 0, the yaw its negative. */
  private int stateOfAngle(double radians) {
    return state(0, -radians);
  }

  private static ArrayState plant(double directionRadians, double yawRadians) {
    double[] observations = new double[6];
    observations[X] = Math.cos(directionRadians);
    observations[Y] = Math.sin(directionRadians);
    observations[YAW] = yawRadians;
    return new ArrayState(observations);
  }

  private static boolean awayFromEdges(double radians) {
    double sectors = radians / SECTOR_RADIANS + 0.5;
    return Math.abs(sectors - Math.rint(sectors)) * SECTOR_RADIANS > EDGE_TOLERANCE_RADIANS;
  }

  private static int nearestArm(double directionRadians, double yawRadians) {
    int nearest = 0;
    for (int arm = 1; arm < ARMS; arm++) {
      if (cosine(directionRadians, yawRadians, arm)
          > cosine(directionRadians, yawRadians, nearest)) {
        nearest = arm;
      }
    }
    return nearest;
  }

  private static double cosine(double directionRadians, double yawRadians, int arm) {
    return Math.cos(directionRadians - yawRadians - arm * SECTOR_RADIANS);
  }
}
