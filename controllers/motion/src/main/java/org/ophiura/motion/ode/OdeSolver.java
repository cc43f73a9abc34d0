package org.ophiura.motion.ode;

/**
 * A method with a fixed step.
 *
 * <p>An instance holds scratch memory, made at the first step of a system of that size and reused
 * afterwards: later steps allocate nothing. It remembers nothing else, so it may serve several
 * systems in turn, but only one thread at a time.
 */
public interface OdeSolver {

  /**
   * Advances a system by one step.
   *
   * @param system what to advance. Not modified.
   * @param time time at the start of the step, s
   * @param state the variables at {@code time}, replaced by those at {@code time + step}. Modified.
   * @param step duration, s
   */
  void step(OdeSystem system, double time, double[] state, double step);
}
