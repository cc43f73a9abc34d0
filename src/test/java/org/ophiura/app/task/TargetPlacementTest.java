package org.ophiura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.app.task.TargetPlacement.Fixed;
import org.ophiura.app.task.TargetPlacement.OnCircle;
import org.ophiura.sim.Position;
import org.ophiura.sim.plugin.SettingException;

final class TargetPlacementTest {
  /** 0.1 % point of chi-squared with 9 degrees of freedom. */
  private static final double CHI_SQUARED_9 = 27.88;

  @Test
  void targetsOnACircleAreUniformInTheirAngle() {
    RandomGenerator random = new SplittableRandom(1);
    int draws = 10_000;
    int[] sectors = new int[10];
    for (int i = 0; i < draws; i++) {
      Position target = new OnCircle(1.2).draw(random).get(0);
      assertEquals(1.2, Math.hypot(target.x(), target.y()), 1e-15);
      assertEquals(0.05, target.z());
      double turns = Math.atan2(target.y(), target.x()) / (2 * Math.PI);
      sectors[(int) Math.floor(10 * (turns - Math.floor(turns)))]++;
    }
    double chiSquared = 0;
    for (int sector : sectors) {
      chiSquared += Math.pow(sector - draws / 10.0, 2) / (draws / 10.0);
    }
    assertTrue(chiSquared < CHI_SQUARED_9, "chi-squared " + chiSquared);
  }

  @Test
  void aFixedTargetDrawsNothing() {
    RandomGenerator random = new SplittableRandom(1);
    long untouched = new SplittableRandom(1).nextLong();
    assertEquals(
        List.of(new Position(0.9, -0.4, 0.05)), new Fixed(List.of(0.9, -0.4, 0.05)).draw(random));
    assertEquals(untouched, random.nextLong());
  }

  @Test
  void aFixedTargetHasThreeCoordinates() {
    SettingException refusal =
        assertThrows(SettingException.class, () -> new Fixed(List.of(1.0, 2.0)));
    assertEquals(
        "position must have three numbers x, y, z (m), got [1.0, 2.0]", refusal.getMessage());
  }

  @Test
  void aCircleHasARadius() {
    SettingException refusal = assertThrows(SettingException.class, () -> new OnCircle(0));
    assertEquals("distance must be in (0, 1000] (m), got 0", refusal.getMessage());
  }
}
