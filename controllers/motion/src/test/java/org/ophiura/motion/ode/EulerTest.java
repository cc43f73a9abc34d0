package org.ophiura.motion.ode;

final class EulerTest extends OdeSolverContract {
  @Override
  OdeSolver solver() {
    return new Euler();
  }

  @Override
  int order() {
    return 1;
  }
}
