package org.ophiura.motion.ode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ophiura.motion.Allocation;

final class PerVariableTest {
  private static final double RATIO_TOLERANCE = 0.1;

  @Nested
  final class WithEuler extends OdeSolverContract {
    @Override
    OdeSolver solver() {
      return new PerVariable(new Euler());
    }

    @Override
    int order() {
      return 1;
    }
  }

  @Nested
  final class WithRungeKutta4 extends OdeSolverContract {
    @Override
    OdeSolver solver() {
      return new PerVariable(new RungeKutta4());
    }

    @Override
    int order() {
      return 4;
    }
  }

  @Test
  void withEulerInsideTheBitsAreThoseOfEuler() {
    double[] whole = {1, 0.5, -0.25};
    double[] byBlocks = whole.clone();
    OdeSolver euler = new Euler();
    OdeSolver perVariable = new PerVariable(new Euler());
    for (int k = 0; k < 50; k++) {
      euler.step(new Blocks(1), 0, whole, 0.05);
      perVariable.step(new Blocks(1), 0, byBlocks, 0.05);
    }
    assertArrayEquals(whole, byBlocks);
  }

  @Test
  void coupledBlocksAreSolvedToFirstOrderWhateverIsInside() {
    assertEquals(2, ratio(1), 2 * RATIO_TOLERANCE);
  }

  @Test
  void uncoupledBlocksKeepTheOrderOfTheInnerMethod() {
    assertEquals(16, ratio(0), 16 * RATIO_TOLERANCE);
  }

  @Test
  void stepsOverBlocksAllocateNothing() {
    OdeSolver solver = new PerVariable(new RungeKutta4());
    OdeSystem system = new Blocks(1);
    double[] state = {1, 0.5, -0.25};
    assertEquals(0, Allocation.bytes(() -> solver.step(system, 0, state, 1e-6)));
  }

  /** How much halving the step reduces the distance to a far finer whole-state solution. */
  private static double ratio(double coupling) {
    double[] exact = {1, 0.5, -0.25};
    OdeSystem system = new Blocks(coupling);
    OdeSolver fine = new RungeKutta4();
    for (int k = 0; k < 2_000; k++) {
      fine.step(system, 0, exact, 1.0 / 2_000);
    }
    return error(system, exact, 32) / error(system, exact, 64);
  }

  private static double error(OdeSystem system, double[] exact, int steps) {
    OdeSolver solver = new PerVariable(new RungeKutta4());
    double[] state = {1, 0.5, -0.25};
    for (int k = 0; k < steps; k++) {
      solver.step(system, 0, state, 1.0 / steps);
    }
    double error = 0;
    for (int i = 0; i < state.length; i++) {
      error += Math.abs(state[i] - exact[i]);
    }
    return error;
  }

  /** A rotating pair as one block, and a decaying variable as another, which the pair drives. */
  private record Blocks(double coupling) implements BlockOdeSystem {
    @Override
    public int dimension() {
      return 3;
    }

    @Override
    public int blockCount() {
      return 2;
    }

    @Override
    public int blockStart(int block) {
      return block == 0 ? 0 : block + 1;
    }

    @Override
    public void blockDerivative(int block, double time, double[] state, double[] derivative) {
      if (block == 0) {
        derivative[0] = 2 * state[1] + coupling * state[2];
        derivative[1] = -2 * state[0];
      } else {
        derivative[2] = -state[2] * state[2] * state[2] + coupling * state[0];
      }
    }
  }
}
