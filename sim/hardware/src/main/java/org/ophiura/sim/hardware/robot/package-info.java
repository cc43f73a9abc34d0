/**
 * A robot of servos as a plant: what a trial drives in place of a simulation, with the same
 * controller, limits and tasks.
 *
 * <p>How its servos are talked to is behind {@link HardwareLink}.
 */
@NullMarked
package org.ophiura.sim.hardware.robot;

import org.jspecify.annotations.NullMarked;
