package org.ophiura.app.task.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.sim.Arena;

final class LightMapTest {
  private static final Arena ARENA = new Arena(2.5, 1.5, true);
  private static final long SEED = 271_828;

  /** A few roundings of numbers up to 1. */
  private static final double ROUNDING = 1e-14;

  private static LightMap noisy(int periods, long seed) {
    LightMap map = new LightMap(ARENA);
    map.draw(periods, new SplittableRandom(seed));
    return map;
  }

  private static double x(double column) {
    return (2 * column / (LightMap.NODES - 1) - 1) * ARENA.halfSizeXMetres();
  }

  private static double y(double row) {
    return (2 * row / (LightMap.NODES - 1) - 1) * ARENA.halfSizeYMetres();
  }

  @Test
  void withoutNoiseTheWestIsLitAndTheEastIsDark() {
    LightMap map = new LightMap(ARENA);
    for (double side : new double[] {-1.5, 0, 1.5}) {
      assertEquals(1, map.at(-2.5, side));
      assertEquals(0, map.at(2.5, side));
    }
    assertEquals(0.5, map.at(0, 0.3), ROUNDING);
  }

  @Test
  void withoutNoiseTheLightIsLinearInXAlone() {
    LightMap map = new LightMap(ARENA);
    RandomGenerator random = new SplittableRandom(SEED);
    for (int i = 0; i < 10_000; i++) {
      double x = random.nextDouble(-2.5, 2.5);
      double y = random.nextDouble(-1.5, 1.5);
      assertEquals((2.5 - x) / 5, map.at(x, y), ROUNDING, "at " + x + ", " + y);
    }
  }

  @Test
  void withoutNoiseItFallsAllTheWay() {
    LightMap map = new LightMap(ARENA);
    for (int i = 1; i <= 1_000; i++) {
      assertTrue(map.at(-2.5 + 0.005 * i, 0.2) < map.at(-2.5 + 0.005 * (i - 1), 0.2));
    }
  }

  @Test
  void aPointOutsideHasTheLightOfTheNearestPointInside() {
    LightMap map = noisy(10, SEED);
    assertEquals(map.at(2.5, 0.4), map.at(9, 0.4));
    assertEquals(map.at(-2.5, 0.4), map.at(-9, 0.4));
    assertEquals(map.at(0.7, 1.5), map.at(0.7, 9));
    assertEquals(map.at(0.7, -1.5), map.at(0.7, -9));
    assertTrue(Double.isNaN(map.at(Double.NaN, 0)));
  }

  @Test
  void lightIsBilinearBetweenTheNodes() {
    LightMap map = noisy(20, SEED);
    RandomGenerator random = new SplittableRandom(SEED);
    for (int i = 0; i < 2_000; i++) {
      int column = random.nextInt(LightMap.NODES - 1);
      int row = random.nextInt(LightMap.NODES - 1);
      double u = random.nextDouble();
      double v = random.nextDouble();
      double expected =
          (1 - u) * (1 - v) * map.at(x(column), y(row))
              + u * (1 - v) * map.at(x(column + 1), y(row))
              + (1 - u) * v * map.at(x(column), y(row + 1))
              + u * v * map.at(x(column + 1), y(row + 1));
      // A rounding of x moves a point by 1e-16 m, at most 1e2 units of light per metre.
      assertEquals(expected, map.at(x(column + u), y(row + v)), 1e-12);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 8, 10, 20, 25, 40, 50, 100, 200})
  void withNoiseTheLightFillsTheRangeFromZeroToOne(int periods) {
    LightMap map = noisy(periods, SEED + periods);
    double least = 1;
    double greatest = 0;
    for (int column = 0; column < LightMap.NODES; column++) {
      for (int row = 0; row < LightMap.NODES; row++) {
        double light = map.at(x(column), y(row));
        least = Math.min(least, light);
        greatest = Math.max(greatest, light);
      }
    }
    assertEquals(0, least, ROUNDING);
    assertEquals(1, greatest, ROUNDING);
  }

  @Test
  void theFirstFifthHasNoNoise() {
    LightMap plain = new LightMap(ARENA);
    LightMap map = noisy(10, SEED);
    for (int column = 0; column <= LightMap.STARTING_ZONE; column++) {
      for (int row = 0; row < LightMap.NODES; row++) {
        assertEquals(plain.at(x(column), y(row)), map.at(x(column), y(row)), ROUNDING);
      }
    }
  }

  /** Root of the mean square of what the noise multiplies the light by, less 1. */
  private static double strength(LightMap map, int column) {
    LightMap plain = new LightMap(ARENA);
    double squares = 0;
    for (int row = 0; row < LightMap.NODES; row++) {
      squares += Math.pow(map.at(x(column), y(row)) / plain.at(x(column), y(row)) - 1, 2);
    }
    return Math.sqrt(squares / LightMap.NODES);
  }

  @Test
  void theNoiseGrowsTowardsTheDark() {
    double[] strengths = new double[4];
    int[] columns = {60, 100, 140, 180};
    for (int seed = 0; seed < 50; seed++) {
      LightMap map = noisy(10, SEED + seed);
      for (int i = 0; i < columns.length; i++) {
        // Between lattice points, which are at every 20th node.
        strengths[i] += strength(map, columns[i] + 10) / 50;
      }
    }
    for (int i = 0; i < columns.length; i++) {
      double weight = (columns[i] + 10 - 40) / 159.0;
      // The noise has a root mean square of about 0.35 half-way between lattice points.
      assertEquals(strengths[0] / (30 / 159.0), strengths[i] / weight, 0.05);
    }
    assertTrue(strengths[0] > 0.03, "" + strengths[0]);
  }

  @Test
  void theNoiseHasItsPeriodsAlongBothSides() {
    LightMap plain = new LightMap(ARENA);
    LightMap map = noisy(10, SEED);
    for (int column = 60; column < LightMap.NODES; column += 20) {
      for (int row = 0; row < LightMap.NODES; row += 20) {
        assertEquals(
            plain.at(x(column), y(row)),
            map.at(x(column), y(row)),
            ROUNDING,
            "noise is 0 at lattice points, 20 nodes apart");
        assertNotEquals(
            plain.at(x(column - 10), y(row + 10)), map.at(x(column - 10), y(row + 10)), 1e-9);
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameBitsAndAnotherSeedOthers() {
    LightMap map = noisy(4, SEED);
    LightMap same = noisy(10, SEED + 1);
    same.draw(4, new SplittableRandom(SEED));
    LightMap other = noisy(4, SEED + 1);
    int different = 0;
    for (int column = 0; column < LightMap.NODES; column++) {
      double x = x(column);
      assertEquals(map.at(x, 0.1), same.at(x, 0.1));
      different += map.at(x, 0.1) == other.at(x, 0.1) ? 0 : 1;
    }
    assertTrue(different > LightMap.NODES / 2, "" + different);
  }
}
