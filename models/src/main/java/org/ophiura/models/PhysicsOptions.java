package org.ophiura.models;

/**
 * How finely and how carefully the physics is solved.
 *
 * @param timestepSeconds of one physics step; greater than 0
 * @param solverIterations of the constraint solver in each step; at least 1
 * @param lineSearchIterations in each solver iteration; at least 1
 * @param eulerDamping whether the Euler integrator treats joint damping implicitly
 */
public record PhysicsOptions(
    double timestepSeconds, int solverIterations, int lineSearchIterations, boolean eulerDamping) {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public PhysicsOptions {
    Rules.positive("physics-timestep", timestepSeconds, "s");
    Rules.atLeast("solver-iterations", 1, solverIterations);
    Rules.atLeast("line-search-iterations", 1, lineSearchIterations);
  }

  /**
   * The reference environment's settings, chosen for speed (moojoco 1.1.7): a timestep of 0.002 s,
   * one solver iteration, five line-search iterations, no Euler damping.
   */
  public static PhysicsOptions reference() {
    return new PhysicsOptions(0.002, 1, 5, false);
  }

  /** The same options with another timestep. */
  public PhysicsOptions withTimestepSeconds(double newTimestepSeconds) {
    return new PhysicsOptions(
        newTimestepSeconds, solverIterations, lineSearchIterations, eulerDamping);
  }
}
