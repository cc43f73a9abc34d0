package org.ophiura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.ophiura.app.task.TargetPlacement.Fixed;
import org.ophiura.app.task.TargetPlacement.InArea;
import org.ophiura.app.task.TargetPlacement.InRing;
import org.ophiura.app.task.TargetPlacement.OnCircle;
import org.ophiura.app.task.TargetPlacement.Waypoints;
import org.ophiura.sim.Arena;
import org.ophiura.sim.Position;
import org.ophiura.sim.plugin.SettingException;

final class TargetPlacementTest {
  /** 0.1 % point of chi-squared with 9 degrees of freedom. */
  private static final double CHI_SQUARED_9 = 27.88;

  private static final int DRAWS = 10_000;

  @Test
  void targetsOnACircleAreUniformInTheirAngle() {
    RandomGenerator random = new SplittableRandom(1);
    int[] sectors = new int[10];
    for (int i = 0; i < DRAWS; i++) {
      Position target = new OnCircle(1.2).draw(random).get(0);
      assertEquals(1.2, Math.hypot(target.x(), target.y()), 1e-15);
      assertEquals(0.05, target.z());
      double turns = Math.atan2(target.y(), target.x()) / (2 * Math.PI);
      sectors[(int) Math.floor(10 * (turns - Math.floor(turns)))]++;
    }
    assertUniform(sectors);
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

  @Test
  void targetsInARectangleAreUniform() {
    InArea area = new InArea(List.of(0.5, -0.25), List.of(1.0, 0.5), 0);
    int[] cells = new int[10];
    for (Position target : draws(area)) {
      assertTrue(Math.abs(target.x() - 0.5) <= 1 && Math.abs(target.y() + 0.25) <= 0.5);
      assertEquals(0.05, target.z());
      int column = (int) Math.min(4, (target.x() + 0.5) / 2 * 5);
      cells[2 * column + (target.y() < -0.25 ? 0 : 1)]++;
    }
    assertUniform(cells);
  }

  @Test
  void targetsInARingAreUniformByArea() {
    InRing ring = new InRing(List.of(0.5, 0.0), List.of(0.5, 1.0), 0);
    int[] cells = new int[10];
    for (Position target : draws(ring)) {
      double radius = Math.hypot(target.x() - 0.5, target.y());
      // One rounding of the square root and of the sines.
      assertTrue(radius >= 0.5 - 1e-15 && radius <= 1 + 1e-15, "radius " + radius);
      int rank = (int) Math.max(0, Math.min(4, (radius * radius - 0.25) / 0.75 * 5));
      cells[2 * rank + (target.y() < 0 ? 0 : 1)]++;
    }
    assertUniform(cells);
  }

  @Test
  void targetsKeepTheirLeastDistanceFromTheStart() {
    InArea area = new InArea(List.of(0.0, 0.0), List.of(1.0, 1.0), 0.9);
    InRing ring = new InRing(List.of(0.5, 0.0), List.of(0.0, 1.0), 0.9);
    for (TargetPlacement placement : List.of(area, ring)) {
      for (Position target : draws(placement)) {
        assertTrue(Math.hypot(target.x(), target.y()) >= 0.9);
      }
    }
  }

  @Test
  void anAreaAllTooNearTheStartIsRefused() {
    assertEquals(
        "least-distance must leave at least a hundredth of the area, got 1.41; make it smaller or"
            + " the area larger",
        refusal(() -> new InArea(List.of(0.0, 0.0), List.of(1.0, 1.0), 1.41)));
    assertEquals(
        "least-distance must leave at least a hundredth of the area, got 1; make it smaller or the"
            + " area larger",
        refusal(() -> new InRing(List.of(0.0, 0.0), List.of(0.5, 0.9), 1)));
  }

  @Test
  void waypointsComeInTheirOrderWithTheUsualHeightWhereNoneIsGiven() {
    Waypoints waypoints = new Waypoints(List.of(List.of(1.0, 0.5), List.of(0.25, 0.0, 0.1)));
    assertEquals(
        List.of(new Position(1, 0.5, 0.05), new Position(0.25, 0, 0.1)),
        waypoints.draw(new SplittableRandom(1)));
  }

  @Test
  void badListsAreRefused() {
    assertEquals(
        "positions must list at least one position, got none",
        refusal(() -> new Waypoints(List.of())));
    assertEquals(
        "positions[1] must have two or three numbers x, y, z (m), got [1]",
        refusal(() -> new Waypoints(List.of(List.of(1.0, 1.0), List.of(1.0)))));
    assertEquals(
        "half-size must be two numbers, got [1]",
        refusal(() -> new InArea(List.of(0.0, 0.0), List.of(1.0), 0)));
    assertEquals(
        "radii must be the inner radius, then the outer, got [1, 0.5]",
        refusal(() -> new InRing(List.of(0.0, 0.0), List.of(1.0, 0.5), 0)));
  }

  @Test
  void targetsOutsideOfTheArenaAreRefused() {
    assertEquals(
        "position must lie within the arena (±2, ±1 m), got [0, 1.5, 0.05]; move it, or enlarge"
            + " plant.arena.half-size",
        outside(new Fixed(List.of(0.0, 1.5, 0.05))));
    assertEquals(
        "positions[2] must lie within the arena (±2, ±1 m), got [2.5, 0]; move it, or enlarge"
            + " plant.arena.half-size",
        outside(new Waypoints(List.of(List.of(2.0, 1.0), List.of(0.0, 0.0), List.of(2.5, 0.0)))));
    assertEquals(
        "distance must keep the circle within the arena (±2, ±1 m), got 1.2; make it smaller, or"
            + " enlarge plant.arena.half-size",
        outside(new OnCircle(1.2)));
    assertEquals(
        "half-size must keep the area around [1.5, 0] within the arena (±2, ±1 m), got [1, 0.5];"
            + " make it smaller, or enlarge plant.arena.half-size",
        outside(new InArea(List.of(1.5, 0.0), List.of(1.0, 0.5), 0)));
    assertEquals(
        "radii must keep the ring around [0, -0.5] within the arena (±2, ±1 m), got [0, 0.6]; make"
            + " it smaller, or enlarge plant.arena.half-size",
        outside(new InRing(List.of(0.0, -0.5), List.of(0.0, 0.6), 0)));
  }

  @Test
  void targetsOnTheEdgeOfTheArenaAreAccepted() {
    Arena arena = new Arena(2, 1, false);
    new Fixed(List.of(-2.0, 1.0, 0.05)).requireWithin(arena);
    new OnCircle(1).requireWithin(arena);
    new InArea(List.of(1.0, 0.0), List.of(1.0, 1.0), 0).requireWithin(arena);
    new InRing(List.of(1.0, 0.0), List.of(0.5, 1.0), 0).requireWithin(arena);
  }

  private static String outside(TargetPlacement placement) {
    return refusal(() -> placement.requireWithin(new Arena(2, 1, false)));
  }

  private static String refusal(Executable making) {
    return assertThrows(SettingException.class, making).getMessage();
  }

  private static List<Position> draws(TargetPlacement placement) {
    RandomGenerator random = new SplittableRandom(1);
    return Stream.generate(() -> placement.draw(random).get(0)).limit(DRAWS).toList();
  }

  private static void assertUniform(int[] cells) {
    double expected = (double) DRAWS / cells.length;
    double chiSquared = 0;
    for (int cell : cells) {
      chiSquared += Math.pow(cell - expected, 2) / expected;
    }
    assertTrue(chiSquared < CHI_SQUARED_9, "chi-squared " + chiSquared);
  }
}
