package org.ophiura.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BrittleStarMorphologyTest {
  /** One rounding of an angle below 2 pi. */
  private static final double ROUNDING = 1e-15;

  @Test
  void armsMayDifferAndMayHaveNoSegment() {
    BrittleStarMorphology star = BrittleStarMorphology.reference(List.of(4, 0, 3));
    assertEquals(List.of(4, 0, 3), star.arms().stream().map(arm -> arm.segments().size()).toList());
  }

  @Test
  void armsGoCounterClockwiseFromTheXAxis() {
    assertEquals(0, BrittleStarMorphology.armAngleRadians(0));
    assertEquals(Math.toRadians(144), BrittleStarMorphology.armAngleRadians(2), ROUNDING);
  }

  @Test
  void negativeCountIsRefusedWithItsPlace() {
    assertRefused(
        "segments-per-arm[2] must be >= 0, got -1",
        () -> BrittleStarMorphology.reference(List.of(3, 3, -1)));
  }

  @Test
  void longArmIsRefusedWithItsPlace() {
    assertRefused(
        "segments-per-arm[0] must be <= 400, got 1000",
        () -> BrittleStarMorphology.reference(List.of(1000)));
  }

  @Test
  void sixthArmIsRefused() {
    assertRefused(
        "segments-per-arm must list <= 5 arms, got 6",
        () -> BrittleStarMorphology.reference(List.of(1, 1, 1, 1, 1, 1)));
    BrittleStarMorphology star = BrittleStarMorphology.reference(List.of(1));
    List<Arm> six = new ArrayList<>(star.arms());
    six.addAll(BrittleStarMorphology.reference(List.of(1, 1, 1, 1, 1)).arms());
    assertRefused(
        "number of arms must be <= 5, got 6",
        () -> new BrittleStarMorphology(star.disk(), six, Actuation.POSITION, 20, 150, 1));
  }

  @Test
  void actuatorsNeedStrengthAndGain() {
    BrittleStarMorphology star = BrittleStarMorphology.reference(List.of(1));
    assertRefused(
        "radius-to-strength-factor must be > 0 and finite (N), got -3",
        () -> star.withRadiusToStrengthFactor(-3));
    assertRefused(
        "position-gain must be > 0 and finite (N m/rad), got 0",
        () -> new BrittleStarMorphology(star.disk(), star.arms(), Actuation.POSITION, 0, 150, 1));
    assertRefused(
        "contact-sensors-per-segment must be >= 0, got -2",
        () -> star.withContactSensorsPerSegment(-2));
  }

  @Test
  void strengthFollowsTheRadius() {
    BrittleStarMorphology star =
        BrittleStarMorphology.reference(List.of(1)).withRadiusToStrengthFactor(200);
    assertEquals(5, star.strengthNewtonMetres(star.arms().get(0).segments().get(0)), ROUNDING);
  }

  @Test
  void laterChangesOfTheListsLeaveTheRobotAlone() {
    BrittleStarMorphology intact = BrittleStarMorphology.reference(List.of(2, 2));
    List<Arm> arms = new ArrayList<>(intact.arms());
    BrittleStarMorphology copy =
        new BrittleStarMorphology(intact.disk(), arms, Actuation.POSITION, 20, 150, 1);
    arms.clear();
    assertEquals(intact, copy);
  }

  @Test
  void shortenedArmKeepsItsTaper() {
    BrittleStarMorphology star = BrittleStarMorphology.reference(List.of(3, 5));
    BrittleStarMorphology shortened = star.withArmShortened(1, 2);
    assertEquals(star.arms().get(1).segments().subList(0, 2), shortened.arms().get(1).segments());
    assertEquals(star.arms().get(0), shortened.arms().get(0));
    assertRefused(
        "segments that are left of an arm must be <= 3, got 4", () -> star.withArmShortened(0, 4));
  }

  @Test
  void robotWithoutAnArmIsTheOneBuiltWithoutIt() {
    assertEquals(
        BrittleStarMorphology.reference(List.of(3, 0, 3)),
        BrittleStarMorphology.reference(List.of(3, 3, 3)).withoutArm(1));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> BrittleStarMorphology.reference(List.of(3, 3, 3)).withoutArm(3));
  }

  @Test
  void oneJointChangesAndNoOther() {
    BrittleStarMorphology star = BrittleStarMorphology.reference(List.of(2, 2));
    BrittleStarMorphology locked =
        star.withJoint(1, 0, BendingPlane.OUT_OF_PLANE, JointProperties::lock);
    Segment changed = locked.arms().get(1).segments().get(0);
    assertEquals(star.arms().get(1).segments().get(0).outOfPlane().lock(), changed.outOfPlane());
    assertEquals(star.arms().get(1).segments().get(0).inPlane(), changed.inPlane());
    assertEquals(star.arms().get(1).segments().get(1), locked.arms().get(1).segments().get(1));
    assertEquals(star.arms().get(0), locked.arms().get(0));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> star.withJoint(1, 2, BendingPlane.IN_PLANE, JointProperties::lock));
  }

  @Test
  void whatIsLeftOfAJointsStrengthIsAFraction() {
    JointProperties joint = JointProperties.reference(1);
    assertEquals(0.5, joint.withStrengthFraction(0.5).strengthFraction());
    assertRefused(
        "strength-fraction must be > 0 and <= 1 (1), got 0", () -> joint.withStrengthFraction(0));
    assertRefused(
        "strength-fraction must be > 0 and <= 1 (1), got 2", () -> joint.withStrengthFraction(2));
  }

  private static void assertRefused(String message, Runnable making) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, making::run).getMessage());
  }
}
