/**
 * Robots of servos: what a trial can drive in place of a simulation.
 *
 * <p>Protocols, links, safety and the loop live in the packages below.
 */
@NullMarked
package org.ophiura.sim.hardware;

import org.jspecify.annotations.NullMarked;
