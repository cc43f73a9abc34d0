package org.ophiura.sim.mujoco;

import java.util.Optional;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjOption;

/**
 * Solver options that take the place of those in a model file; empty leaves the file's.
 *
 * @param timestepSeconds duration of a physics step; greater than 0
 * @param solverIterations greatest number of iterations of the constraint solver; at least 1
 * @param lineSearchIterations greatest number of line-search iterations of each; at least 1
 * @param eulerDamping whether the Euler integrator treats joint damping implicitly
 */
public record PhysicsOverrides(
    Optional<Double> timestepSeconds,
    Optional<Integer> solverIterations,
    Optional<Integer> lineSearchIterations,
    Optional<Boolean> eulerDamping) {

  /** Leaves everything as the file has it. */
  public static final PhysicsOverrides NONE =
      new PhysicsOverrides(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /**
   * Checks the limits.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public PhysicsOverrides {
    timestepSeconds.ifPresent(
        value ->
            require(value > 0 && value < Double.POSITIVE_INFINITY, "timestep", "> 0 (s)", value));
    solverIterations.ifPresent(value -> require(value >= 1, "solver iterations", ">= 1", value));
    lineSearchIterations.ifPresent(
        value -> require(value >= 1, "line-search iterations", ">= 1", value));
  }

  private static void require(boolean fulfilled, String what, String rule, Number value) {
    if (!fulfilled) {
      throw new IllegalArgumentException(what + " must be " + rule + ", got " + value);
    }
  }

  /** Writes them into the options of a model that nothing uses yet. */
  void applyTo(mjOption option) {
    timestepSeconds.ifPresent(option::timestep);
    solverIterations.ifPresent(option::iterations);
    lineSearchIterations.ifPresent(option::ls_iterations);
    eulerDamping.ifPresent(
        damped ->
            option.disableflags(
                damped
                    ? option.disableflags() & ~Mujoco.mjDSBL_EULERDAMP
                    : option.disableflags() | Mujoco.mjDSBL_EULERDAMP));
  }
}
