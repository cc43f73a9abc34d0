package org.ophiura.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ArmProfileTest {
  /** A few roundings of numbers below 1. */
  private static final double ROUNDING = 1e-15;

  @Test
  void segmentsTaperLinearlyTowardsTheTip() {
    List<Segment> segments = ArmProfile.reference().arm(4).segments();
    for (int index = 0; index < 4; index++) {
      double fraction = index / 4.0;
      assertEquals(0.025 - 0.0125 * fraction, segments.get(index).radiusMetres(), ROUNDING);
      assertEquals(0.075 - 0.05 * fraction, segments.get(index).lengthMetres(), ROUNDING);
    }
  }

  @Test
  void segmentEndsWhereItsFarHalfSphereDoes() {
    Segment first = ArmProfile.reference().arm(1).segments().get(0);
    assertEquals(0.0625, first.centreMetres(), ROUNDING);
    assertEquals(0.125, first.endMetres(), ROUNDING);
  }

  @Test
  void referenceBendsFurtherSidewaysThanUp() {
    Segment segment = ArmProfile.reference().arm(1).segments().get(0);
    assertEquals(Math.PI / 4, segment.joint(BendingPlane.IN_PLANE).rangeRadians(), ROUNDING);
    assertEquals(Math.PI / 6, segment.joint(BendingPlane.OUT_OF_PLANE).rangeRadians(), ROUNDING);
  }

  @Test
  void jointRangesCanBeChangedTogether() {
    Segment segment = ArmProfile.reference().withJointRanges(0.5, 0.4).arm(1).segments().get(0);
    assertEquals(JointProperties.reference(0.5), segment.inPlane());
    assertEquals(JointProperties.reference(0.4), segment.outOfPlane());
  }

  @Test
  void armMayHaveNoSegment() {
    assertEquals(List.of(), ArmProfile.reference().arm(0).segments());
  }

  @Test
  void armLongerThanAModelFileCanNestIsRefused() {
    assertRefused(
        "segments of an arm must be <= 400, got 401", () -> ArmProfile.reference().arm(401));
  }

  @Test
  void sizesAndDensitiesMustBePositive() {
    JointProperties joint = JointProperties.reference(0.5);
    assertRefused(
        "base-radius must be > 0 and finite (m), got 0",
        () -> new ArmProfile(0, 0.01, 0.07, 0.02, 1500, joint, joint));
    assertRefused(
        "tip-length must be > 0 and finite (m), got NaN",
        () -> new ArmProfile(0.02, 0.01, 0.07, Double.NaN, 1500, joint, joint));
    assertRefused(
        "segment-density must be > 0 and finite (kg/m^3), got Infinity",
        () -> new Segment(0.02, 0.07, Double.POSITIVE_INFINITY, joint, joint));
    assertRefused(
        "disk-half-height must be > 0 and finite (m), got -0.1", () -> new Disk(0.1, -0.1, 1200));
  }

  @Test
  void jointRangeAndPassiveDynamicsHaveLimits() {
    assertRefused(
        "joint-range must be > 0 and <= pi (rad), got 45", () -> JointProperties.reference(45));
    assertRefused(
        "joint-range must be > 0 and <= pi (rad), got 0", () -> JointProperties.reference(0));
    assertRefused(
        "joint-damping must be >= 0 and finite (N m s/rad), got -1",
        () -> new JointProperties(1, 0, -1, 0));
    assertEquals(0, new JointProperties(1, 0, 0, 0).armatureKilogramSquareMetres());
  }

  private static void assertRefused(String message, Runnable making) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, making::run).getMessage());
  }
}
