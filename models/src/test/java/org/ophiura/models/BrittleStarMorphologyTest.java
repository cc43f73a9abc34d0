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
    Arm intact = ArmProfile.reference().arm(5);
    Arm shortened = new Arm(intact.segments().subList(0, 2));
    assertEquals(intact.segments().get(1), shortened.segments().get(1));
  }

  private static void assertRefused(String message, Runnable making) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, making::run).getMessage());
  }
}
