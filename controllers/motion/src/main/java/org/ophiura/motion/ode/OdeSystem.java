package org.ophiura.motion.ode;

/** A system of first-order ordinary differential equations, dy/dt = f(t, y). */
public interface OdeSystem {

  /** Number of variables. */
  int dimension();

  /**
   * Computes the rate of change of every variable. Allocates nothing.
   *
   * @param time s
   * @param state the variables, at least {@link #dimension()} elements. Not modified.
   * @param derivative their rates (per second). Modified; another array than {@code state}.
   */
  void derivative(double time, double[] state, double[] derivative);
}
