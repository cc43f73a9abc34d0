package org.ophiura.motion.ode;

/** The explicit method of Euler: first order, one evaluation a step. */
public final class Euler implements OdeSolver {
  private double[] slope = new double[0];

  @Override
  public void step(OdeSystem system, double time, double[] state, double step) {
    int n = system.dimension();
    if (slope.length < n) {
      slope = new double[n];
    }
    system.derivative(time, state, slope);
    for (int i = 0; i < n; i++) {
      state[i] += step * slope[i];
    }
  }
}
