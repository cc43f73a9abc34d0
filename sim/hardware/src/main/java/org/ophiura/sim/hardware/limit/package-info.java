/**
 * What a command is held to, in simulation as on servos: range, velocity, acceleration, effort and
 * step of each actuator.
 *
 * <p>Whether commands may pass at all is decided in {@code safety}; nothing here knows of stops.
 */
@NullMarked
package org.ophiura.sim.hardware.limit;

import org.jspecify.annotations.NullMarked;
