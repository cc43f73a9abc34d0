/**
 * Finds out how servos are built into a robot: guides somebody who moves its joints by hand, and
 * checks that what was measured makes sense.
 *
 * <p>How the guide talks, and where the result goes, is left to the caller.
 */
@NullMarked
package org.ophiura.sim.hardware.calibration;

import org.jspecify.annotations.NullMarked;
