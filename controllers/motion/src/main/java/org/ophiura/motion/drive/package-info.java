/**
 * How target angles of the arm joints become the set-points of whatever drives a robot: servos on
 * its joints, motors on its joints, or motors that pull tendons.
 *
 * <p>Where the targets come from is not known here: they may be a pattern generator's outputs.
 */
@NullMarked
package org.ophiura.motion.drive;

import org.jspecify.annotations.NullMarked;
