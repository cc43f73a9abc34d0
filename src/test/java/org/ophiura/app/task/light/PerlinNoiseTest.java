package org.ophiura.app.task.light;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class PerlinNoiseTest {
  private static final long SEED = 99;
  private static final int SAMPLES = 20_000;

  @Test
  void itIsZeroAtThePointsOfTheLattice() {
    PerlinNoise noise = new PerlinNoise(4, new SplittableRandom(SEED));
    for (int x = 0; x <= 4; x++) {
      for (int y = 0; y <= 4; y++) {
        assertEquals(0, noise.at(x, y), "at " + x + ", " + y);
      }
    }
  }

  @Test
  void itStaysWithinPlusAndMinusOneAndUsesMostOfThat() {
    RandomGenerator random = new SplittableRandom(SEED);
    double least = 0;
    double greatest = 0;
    for (int i = 0; i < 50; i++) {
      PerlinNoise noise = new PerlinNoise(5, random);
      for (int j = 0; j < SAMPLES / 50; j++) {
        double value = noise.at(5 * random.nextDouble(), 5 * random.nextDouble());
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
      }
    }
    assertTrue(least >= -1 && greatest <= 1, least + " to " + greatest);
    assertTrue(least < -0.7 && greatest > 0.7, least + " to " + greatest);
  }

  @Test
  void itIsSmoothAcrossTheEdgesOfCells() {
    PerlinNoise noise = new PerlinNoise(4, new SplittableRandom(SEED));
    // Its slope is at most a few units per cell, so a step of 1e-9 changes it by less than 1e-8.
    double step = 1e-9;
    for (int edge = 1; edge < 4; edge++) {
      for (double along = 0.1; along < 4; along += 0.3) {
        assertEquals(noise.at(edge - step, along), noise.at(edge + step, along), 1e-8);
        assertEquals(noise.at(along, edge - step), noise.at(along, edge + step), 1e-8);
      }
    }
  }

  @Test
  void itsGradientsAreUnitVectors() {
    PerlinNoise noise = new PerlinNoise(3, new SplittableRandom(SEED));
    double h = 1e-6;
    for (int point = 1; point < 3; point++) {
      double x = (noise.at(point + h, point) - noise.at(point - h, point)) / (2 * h);
      double y = (noise.at(point, point + h) - noise.at(point, point - h)) / (2 * h);
      // Times sqrt 2; central differences of a smooth function are good to h^2, rounding to 1e-10.
      assertEquals(Math.sqrt(2), Math.hypot(x, y), 1e-8);
    }
  }
}
