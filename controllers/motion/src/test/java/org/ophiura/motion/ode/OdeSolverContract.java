package org.ophiura.motion.ode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ophiura.motion.Allocation;

/** What every solver keeps to. */
abstract class OdeSolverContract {
  /** Relative deviation of an error ratio from a power of two, at steps of about 0.01. */
  private static final double RATIO_TOLERANCE = 0.1;

  /** y0 = e^(sin t), y1 = 1/(1 + t^2): depends on time, and is not linear. */
  private static final OdeSystem KNOWN =
      new OdeSystem() {
        @Override
        public int dimension() {
          return 2;
        }

        @Override
        public void derivative(double time, double[] state, double[] derivative) {
          derivative[0] = state[0] * Math.cos(time);
          derivative[1] = -2 * time * state[1] * state[1];
        }
      };

  private static final OdeSystem CONSTANT =
      new OdeSystem() {
        @Override
        public int dimension() {
          return 3;
        }

        @Override
        public void derivative(double time, double[] state, double[] derivative) {
          derivative[0] = 1;
          derivative[1] = -2;
          derivative[2] = 0;
        }
      };

  /** A new solver. */
  abstract OdeSolver solver();

  /** Its order of accuracy on a system without blocks. */
  abstract int order();

  @Test
  void halvingTheStepDividesTheErrorByTwoToTheOrder() {
    double ratio = errorAfterOneSecond(64) / errorAfterOneSecond(128);
    double expected = Math.pow(2, order());
    assertEquals(expected, ratio, RATIO_TOLERANCE * expected);
  }

  private double errorAfterOneSecond(int steps) {
    OdeSolver solver = solver();
    double[] state = {1, 1};
    for (int k = 0; k < steps; k++) {
      solver.step(KNOWN, (double) k / steps, state, 1.0 / steps);
    }
    return Math.abs(state[0] - Math.exp(Math.sin(1))) + Math.abs(state[1] - 0.5);
  }

  @Test
  void constantRatesAreExact() {
    double[] state = {1, 1, 1};
    solver().step(CONSTANT, 0, state, 0.25);
    assertArrayEquals(new double[] {1.25, 0.5, 1}, state);
  }

  @Test
  void elementsBeyondTheDimensionStay() {
    double[] state = {1, 1, 42};
    solver().step(KNOWN, 0, state, 0.25);
    assertEquals(42, state[2]);
    assertTrue(state[0] > 1);
  }

  @Test
  void aSolverThatServedOtherSystemsGivesTheSameBits() {
    double[] alone = {1, 1};
    solver().step(KNOWN, 0.5, alone, 0.1);

    OdeSolver used = solver();
    used.step(KNOWN, 3, new double[] {5, 7}, 0.2);
    used.step(CONSTANT, 0, new double[3], 0.2);
    double[] after = {1, 1};
    used.step(KNOWN, 0.5, after, 0.1);
    assertArrayEquals(alone, after);
  }

  @Test
  void stepsAllocateNothing() {
    OdeSolver solver = solver();
    double[] state = {1, 1};
    assertEquals(0, Allocation.bytes(() -> solver.step(KNOWN, 0, state, 1e-6)));
  }
}
