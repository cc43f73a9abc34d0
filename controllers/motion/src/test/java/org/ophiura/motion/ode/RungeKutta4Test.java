package org.ophiura.motion.ode;

final class RungeKutta4Test extends OdeSolverContract {
  @Override
  OdeSolver solver() {
    return new RungeKutta4();
  }

  @Override
  int order() {
    return 4;
  }
}
