/**
 * Hardware in the loop: a robot of servos as a plant, the loop that runs a trial on it, and the
 * robot that MuJoCo moves behind a wire for those who have none.
 *
 * <p>The wire, the limits and the stop live in {@code sim/hardware}; this package joins them with
 * the robot's simulation and with the trial.
 */
@NullMarked
package org.ophiura.app.hil;

import org.jspecify.annotations.NullMarked;
