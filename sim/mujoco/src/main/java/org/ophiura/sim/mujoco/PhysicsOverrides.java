package org.ophiura.sim.mujoco;

import java.util.Optional;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjOption;

/**
 * Solver options that take the place of those in a model file, where empty leaves the file's; and
 * what such a file cannot say.
 *
 * @param timestepSeconds duration of a physics step; greater than 0
 * @param solverIterations greatest number of iterations of the constraint solver; at least 1
 * @param lineSearchIterations greatest number of line-search iterations of each; at least 1
 * @param eulerDamping whether the Euler integrator treats joint damping implicitly
 * @param commandDelaySeconds how late commands take effect; at least 0
 */
public record PhysicsOverrides(
    Optional<Double> timestepSeconds,
    Optional<Integer> solverIterations,
    Optional<Integer> lineSearchIterations,
    Optional<Boolean> eulerDamping,
    double commandDelaySeconds) {

  /** Leaves everything as the file has it. */
  public static final PhysicsOverrides NONE = delay(0);

  /**
   * Leaves everything as the file has it, but delays commands.
   *
   * @throws IllegalArgumentException if the time is negative
   */
  public static PhysicsOverrides delay(double seconds) {
    return new PhysicsOverrides(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), seconds);
  }

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
    require(
        commandDelaySeconds >= 0 && commandDelaySeconds < Double.POSITIVE_INFINITY,
        "command delay",
        ">= 0 (s)",
        commandDelaySeconds);
  }

  private static void require(boolean fulfilled, String what, String rule, Number value) {
    if (!fulfilled) {
      throw new IllegalArgumentException(what + " must be " + rule + ", got " + value);
    }
  }

  /** Writes the options into those of a model that nothing uses yet. */
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
