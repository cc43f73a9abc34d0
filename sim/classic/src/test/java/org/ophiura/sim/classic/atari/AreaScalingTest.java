package org.ophiura.sim.classic.atari;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class AreaScalingTest {

  @Test
  void halfTheSizeIsTheMeanOfFour() {
    int[] out = new int[4];
    new AreaScaling(4, 4, 2)
        .scale(new int[] {0, 10, 1, 1, 20, 30, 1, 1, 9, 9, 100, 0, 9, 9, 0, 0}, out);
    assertArrayEquals(new int[] {15, 1, 9, 25}, out);
  }

  @Test
  void evenPictureStaysEven() {
    int[] picture = new int[210 * 160];
    Arrays.fill(picture, 87);
    int[] out = new int[84 * 84];
    new AreaScaling(210, 160, 84).scale(picture, out);
    assertArrayEquals(new int[] {87}, Arrays.stream(out).distinct().toArray());
  }

  @Test
  void meanBrightnessIsKept() {
    SplittableRandom random = new SplittableRandom(2);
    int[] picture = random.ints(210 * 160, 0, 256).toArray();
    int[] out = new int[84 * 84];
    new AreaScaling(210, 160, 84).scale(picture, out);
    double mean = Arrays.stream(picture).average().orElseThrow();
    // Rounding moves a pixel by half a grey at most, and the mean of 7,056 of them by far less.
    assertEquals(mean, Arrays.stream(out).average().orElseThrow(), 0.05);
  }
}
