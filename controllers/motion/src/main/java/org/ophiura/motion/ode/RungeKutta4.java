package org.ophiura.motion.ode;

/**
 * The classical method of Runge and Kutta: fourth order, four evaluations a step, all variables
 * together.
 */
public final class RungeKutta4 implements OdeSolver {
  private double[] slope1 = new double[0];
  private double[] slope2 = new double[0];
  private double[] slope3 = new double[0];
  private double[] slope4 = new double[0];
  private double[] probe = new double[0];

  @Override
  public void step(OdeSystem system, double time, double[] state, double step) {
    int n = system.dimension();
    if (probe.length < n) {
      slope1 = new double[n];
      slope2 = new double[n];
      slope3 = new double[n];
      slope4 = new double[n];
      probe = new double[n];
    }
    system.derivative(time, state, slope1);
    probe(n, state, slope1, step / 2);
    system.derivative(time + step / 2, probe, slope2);
    probe(n, state, slope2, step / 2);
    system.derivative(time + step / 2, probe, slope3);
    probe(n, state, slope3, step);
    system.derivative(time + step, probe, slope4);
    for (int i = 0; i < n; i++) {
      double slope = (slope1[i] + 2 * slope2[i] + 2 * slope3[i] + slope4[i]) / 6;
      state[i] += step * slope;
    }
  }

  private void probe(int n, double[] state, double[] slope, double step) {
    for (int i = 0; i < n; i++) {
      probe[i] = state[i] + step * slope[i];
    }
  }
}
