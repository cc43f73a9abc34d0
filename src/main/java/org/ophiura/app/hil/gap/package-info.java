/**
 * How far a robot of servos is from its simulation, by the log of a loop, and which settings of the
 * simulation bring them together.
 *
 * <p>Figures of single joints come from {@code sim/hardware}, where nothing is simulated.
 */
@NullMarked
package org.ophiura.app.hil.gap;

import org.jspecify.annotations.NullMarked;
