/**
 * The loop that reads a robot, asks the controller and writes its command, once in each control
 * period; and the second thread that stops the robot when the first one hangs.
 *
 * <p>How commands are limited and stops are latched is in {@code limit} and {@code safety}; how
 * bytes travel, in {@code link}.
 */
@NullMarked
package org.ophiura.sim.hardware.loop;

import org.jspecify.annotations.NullMarked;
