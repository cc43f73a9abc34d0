package org.ophiura.motion.drive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.motion.Allocation;

final class TendonTensionsTest {
  private static final long SEED = 20_261_124;
  private static final int CASES = 20_000;

  /** N m: a hundred times the worst rounding seen, of torques up to 3 N m. */
  private static final double TORQUE_TOLERANCE = 2e-12;

  /** Where the pair is nearly in line the total tension is large and badly conditioned. */
  private static final double RELATIVE_TENSION_TOLERANCE = 1e-6;

  private final TendonTensions tensions = new TendonTensions();

  private double[] solve(double[][] arms, double in, double out) {
    for (int tendon = 0; tendon < 4; tendon++) {
      tensions.setMomentArms(tendon, arms[tendon][0], arms[tendon][1]);
    }
    tensions.solve(in, out);
    double[] solved = new double[4];
    Arrays.setAll(solved, tensions::tension);
    return solved;
  }

  private static double torque(double[][] arms, double[] tensions, int plane) {
    double sum = 0;
    for (int tendon = 0; tendon < 4; tendon++) {
      sum -= arms[tendon][plane] * tensions[tendon];
    }
    return sum;
  }

  private static double error(double[][] arms, double[] tensions, double in, double out) {
    return Math.hypot(torque(arms, tensions, 0) - in, torque(arms, tensions, 1) - out);
  }

  private static double[][] randomArms(SplittableRandom random) {
    double[][] arms = new double[4][2];
    for (double[] arm : arms) {
      arm[0] = random.nextDouble(-0.02, 0.02);
      arm[1] = random.nextDouble(-0.02, 0.02);
    }
    return arms;
  }

  /** Those of a straight arm: taps at the corners of a square. */
  private static double[][] square(double arm) {
    return new double[][] {{-arm, -arm}, {arm, -arm}, {arm, arm}, {-arm, arm}};
  }

  /**
   * The non-negative tensions of least squared torque error, by cyclic coordinate descent: each
   * tension in turn is set to its best value, as often as it takes.
   */
  private static double[] leastSquares(double[][] arms, double in, double out) {
    double[] found = new double[4];
    for (int sweep = 0; sweep < 2_000; sweep++) {
      for (int k = 0; k < 4; k++) {
        double dot =
            -arms[k][0] * (in - torque(arms, found, 0))
                - arms[k][1] * (out - torque(arms, found, 1));
        double square = arms[k][0] * arms[k][0] + arms[k][1] * arms[k][1];
        found[k] = Math.max(0, found[k] + dot / square);
      }
    }
    return found;
  }

  /**
   * The least total tension for given torques, by the dual of the linear programme: the greatest in
   * * u + out * v of all (u, v) for which no tendon's torques give more than 1 per newton. Its
   * greatest value is taken where two tendons give exactly 1; it has none where the torques are out
   * of reach.
   */
  private static double leastTotal(double[][] arms, double in, double out) {
    double greatest = 0;
    for (int a = 0; a < 4; a++) {
      for (int b = 0; b < a; b++) {
        double determinant = arms[a][0] * arms[b][1] - arms[a][1] * arms[b][0];
        double u = (arms[a][1] - arms[b][1]) / determinant;
        double v = (arms[b][0] - arms[a][0]) / determinant;
        boolean allowed = true;
        for (double[] arm : arms) {
          allowed &= -arm[0] * u - arm[1] * v <= 1 + 1e-9;
        }
        if (allowed) {
          greatest = Math.max(greatest, in * u + out * v);
        }
      }
    }
    return greatest;
  }

  @Test
  void torquesWithinReachAreExactAndAllTensionsAreNotNegative() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      double[][] arms = randomArms(random);
      // Made of tensions, so within reach.
      double[] pulls = {random.nextDouble(100), random.nextDouble(100), random.nextDouble(100), 0};
      double in = torque(arms, pulls, 0);
      double out = torque(arms, pulls, 1);
      double[] solved = solve(arms, in, out);
      String which = "case " + i + " of seed " + SEED + ": " + Arrays.toString(solved);
      for (double tension : solved) {
        assertTrue(tension >= 0 && tension < Double.POSITIVE_INFINITY, which);
      }
      assertEquals(0, error(arms, solved, in, out), TORQUE_TOLERANCE, which);
      assertTrue(Arrays.stream(solved).filter(tension -> tension > 0).count() <= 2, which);
    }
  }

  @Test
  void theTotalTensionIsTheLeast() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < CASES; i++) {
      double[][] arms = randomArms(random);
      double[] pulls = {random.nextDouble(100), random.nextDouble(100), random.nextDouble(100), 0};
      double in = torque(arms, pulls, 0);
      double out = torque(arms, pulls, 1);
      double total = Arrays.stream(solve(arms, in, out)).sum();
      double least = leastTotal(arms, in, out);
      assertEquals(
          least,
          total,
          RELATIVE_TENSION_TOLERANCE * Math.max(1, least),
          "case " + i + " of seed " + SEED);
    }
  }

  @Test
  void torquesOutOfReachAreCloserThanAnyOtherTensionsGet() {
    SplittableRandom random = new SplittableRandom(SEED);
    int outOfReach = 0;
    for (int i = 0; i < 1_000; i++) {
      double[][] arms = randomArms(random);
      double in = random.nextDouble(-3, 3);
      double out = random.nextDouble(-3, 3);
      double[] solved = solve(arms, in, out);
      double ours = error(arms, solved, in, out);
      double best = error(arms, leastSquares(arms, in, out), in, out);
      String which = "case " + i + " of seed " + SEED;
      assertTrue(ours <= best + TORQUE_TOLERANCE, which + ": " + ours + " > " + best);
      if (ours > TORQUE_TOLERANCE) {
        assertEquals(best, ours, TORQUE_TOLERANCE, which);
        outOfReach++;
      }
    }
    assertTrue(outOfReach > 100, outOfReach + " cases were out of reach");
  }

  @Test
  void aStraightArmBendsByTheTwoTendonsOfItsSide() {
    double[] solved = solve(square(0.01), 0.5, 0.2);
    assertArrayEquals(new double[] {35, 0, 0, 15}, solved, 1e-12, "(0.5 +- 0.2) / 0.02 N");
    assertArrayEquals(new double[4], solve(square(0.01), 0, 0), "no torque, no tension");
  }

  @Test
  void tensionsFollowTheTorquesWithoutLeaps() {
    int steps = 10_000;
    double[] before = solve(square(0.01), 1, 0);
    for (int i = 1; i <= steps; i++) {
      double angle = 2 * Math.PI * i / steps;
      double[] now = solve(square(0.01), Math.cos(angle), Math.sin(angle));
      for (int tendon = 0; tendon < 4; tendon++) {
        // No tension changes faster than 100 N per N m.
        assertEquals(before[tendon], now[tendon], 100 * 2 * Math.PI / steps, "at " + angle);
      }
      before = now;
    }
  }

  @Test
  void degenerateTendonsGiveNeitherNegativeTensionsNorNaN() {
    double[][][] degenerate = {
      {{0, 0}, {0, 0}, {0, 0}, {0, 0}},
      {{0.01, 0}, {0.01, 0}, {0.01, 0}, {0.01, 0}},
      {{0.01, 0}, {-0.01, 0}, {0.01, 0}, {-0.01, 0}},
      {{0.01, 0}, {0, 0}, {0, 0}, {0, 0}},
      {{1e-200, 0}, {0, 1e-200}, {-1e-200, 0}, {0, -1e-200}},
      {{1e100, 0}, {0, 1e100}, {-1e100, 0}, {0, -1e100}},
    };
    double[] torques = {0, 1, -1, 1e-300, 1e100, -1e100};
    for (double[][] arms : degenerate) {
      for (double in : torques) {
        for (double out : torques) {
          for (double tension : solve(arms, in, out)) {
            assertTrue(tension >= 0, tension + " for " + Arrays.deepToString(arms));
          }
        }
      }
    }
  }

  @Test
  void aNumberThatIsNotFiniteIsNotHidden() {
    for (double tension : solve(square(0.01), Double.NaN, 0)) {
      assertTrue(Double.isNaN(tension));
    }
    for (double tension : solve(square(Double.POSITIVE_INFINITY), 1, 0)) {
      assertTrue(Double.isNaN(tension));
    }
  }

  @Test
  void solvingAllocatesNothing() {
    for (int tendon = 0; tendon < 4; tendon++) {
      tensions.setMomentArms(tendon, 0.01 * Math.cos(tendon), 0.01 * Math.sin(tendon));
    }
    assertEquals(0, Allocation.bytes(() -> tensions.solve(0.3, -0.2)));
  }
}
