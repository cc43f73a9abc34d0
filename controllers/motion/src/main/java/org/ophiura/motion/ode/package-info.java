/**
 * Ordinary differential equations and the methods that step them: Euler, Runge-Kutta of fourth
 * order, and stepping variable by variable.
 *
 * <p>No model lives here: the package depends on the JDK alone.
 */
@NullMarked
package org.ophiura.motion.ode;

import org.jspecify.annotations.NullMarked;
