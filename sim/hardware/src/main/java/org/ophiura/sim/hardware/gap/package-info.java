/**
 * How a robot differs from what it was told, in numbers, from the log of a loop: error, delay,
 * gain, backlash and friction of each joint.
 *
 * <p>Arithmetic on rows of numbers. What it takes to make a simulation behave like the robot needs
 * a simulation, and is not here.
 */
@NullMarked
package org.ophiura.sim.hardware.gap;

import org.jspecify.annotations.NullMarked;
