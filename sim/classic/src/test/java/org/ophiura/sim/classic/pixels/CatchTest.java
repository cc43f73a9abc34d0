package org.ophiura.sim.classic.pixels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EnvironmentContract;

final class CatchTest extends EnvironmentContract {
  private static final int PIXELS = 84 * 84;
  private static final int LEFT = 0;
  private static final int STAY = 1;
  private static final int RIGHT = 2;

  private final Catch game = new Catch(new CatchSettings(6, 14, 6, 3, 6));

  @Override
  protected Environment newEnvironment() {
    return new Catch(new CatchSettings(6, 14, 6, 3, 6));
  }

  @Override
  protected int stepLimit() {
    return 1000; // Its episodes end by themselves.
  }

  /** Plays on with one action, and tells the reward. */
  private double play(int action) {
    double sum = 0;
    while (!game.over()) {
      game.step(action);
      sum += game.reward();
    }
    return sum;
  }

  @Test
  void aBallThatTouchesThePaddleIsCaughtAndOneBesideItIsNot() {
    // The paddle stands from 35 to 49, the ball is 6 wide.
    game.begin(30, 0);
    assertEquals(1, play(STAY));
    game.begin(29, 0);
    assertEquals(-1, play(STAY));
    game.begin(48, 0);
    assertEquals(1, play(STAY));
    game.begin(49, 0);
    assertEquals(-1, play(STAY));
  }

  @Test
  void thePaddleReachesBothWallsAndStopsThere() {
    game.begin(0, 0);
    assertEquals(1, play(LEFT));
    game.begin(78, 0);
    assertEquals(1, play(RIGHT));
  }

  /** 13 steps of 3 to the left from 20: to the wall and 19 back. */
  @Test
  void aDriftingBallRebounds() {
    game.begin(20, -3);
    int steps = 0;
    while (!game.over()) {
      game.step(STAY);
      steps++;
    }
    assertEquals(13, steps);
    double[] seen = new double[4 * PIXELS];
    game.observe(seen);
    double[] newest = Arrays.copyOfRange(seen, 3 * PIXELS, 4 * PIXELS);
    assertEquals(0, newest[78 * 84 + 18]);
    assertEquals(255, newest[78 * 84 + 19]);
    assertEquals(255, newest[83 * 84 + 24]);
    assertEquals(0, newest[83 * 84 + 25]);
  }

  @Test
  void theStackHoldsTheLastFourPicturesTheOldestFirst() {
    game.begin(40, 1);
    double[] before = new double[4 * PIXELS];
    game.observe(before);
    for (int i = 1; i < 4; i++) {
      assertTrue(Arrays.equals(before, 0, PIXELS, before, i * PIXELS, (i + 1) * PIXELS));
    }
    double[] after = new double[4 * PIXELS];
    for (int i = 0; i < 6; i++) {
      game.step(LEFT);
      game.observe(after);
      assertArrayEquals(
          Arrays.copyOfRange(before, PIXELS, 4 * PIXELS), Arrays.copyOf(after, 3 * PIXELS));
      assertTrue(!Arrays.equals(after, 2 * PIXELS, 3 * PIXELS, after, 3 * PIXELS, 4 * PIXELS));
      System.arraycopy(after, 0, before, 0, after.length);
    }
  }

  /** Whoever knows where the ball comes down catches it wherever it starts. */
  @Test
  void everyBallCanBeCaught() {
    for (int left = 0; left <= 78; left++) {
      for (int drift = -3; drift <= 3; drift++) {
        double best = -1;
        for (int away = 0; away <= 13; away++) {
          for (int direction : new int[] {LEFT, RIGHT}) {
            game.begin(left, drift);
            for (int i = 0; !game.over(); i++) {
              game.step(i < away ? direction : STAY);
            }
            best = Math.max(best, game.reward());
          }
        }
        assertEquals(1, best, "ball at " + left + " with drift " + drift);
      }
    }
  }

  @Test
  void aPlayerWhoStandsStillMissesMostBalls() {
    SplittableRandom random = new SplittableRandom(1);
    double sum = 0;
    for (int i = 0; i < 1000; i++) {
      game.reset(random);
      sum += play(STAY);
    }
    assertEquals(-0.5, sum / 1000, 0.15); // 19 of 79 places are caught.
  }

  @Test
  void textAndPictureShowBallAndPaddle() {
    game.begin(4, 0);
    String[] lines = game.text().split("\n", -1);
    assertEquals(".o...................", lines[0]); // One letter for 4 by 4 pixels.
    assertTrue(lines[20].contains("==="));
    int[] rgb = new int[game.pictureWidth() * game.pictureHeight()];
    game.picture(rgb);
    assertEquals(0xffffff, rgb[4 * 5]);
    assertEquals(0xa0a0a0, rgb[335 * 336 + 168]);
    assertEquals(0, rgb[168 * 336 + 168]);
  }
}
