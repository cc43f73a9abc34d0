package org.ophiura.motion.ode;

import java.util.Locale;

/**
 * The solvers by name. A trial file writes the names in lower case with hyphens: {@code
 * per-variable-rk4}.
 */
public enum OdeMethod {
  /** {@link Euler} over the whole state. */
  EULER,
  /** {@link RungeKutta4} over the whole state. */
  RK4,
  /** {@link Euler}, each variable by itself; the same numbers as {@link #EULER}. */
  PER_VARIABLE_EULER,
  /** {@link RungeKutta4}, each variable by itself, as in the source notebooks; first order. */
  PER_VARIABLE_RK4;

  /** What a trial file calls it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Makes a solver, for one thread at a time. */
  public OdeSolver create() {
    return switch (this) {
      case EULER -> new Euler();
      case RK4 -> new RungeKutta4();
      case PER_VARIABLE_EULER -> new PerVariable(new Euler());
      case PER_VARIABLE_RK4 -> new PerVariable(new RungeKutta4());
    };
  }
}
