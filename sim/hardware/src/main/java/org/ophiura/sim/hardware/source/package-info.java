/**
 * Where a robot's state comes from, as far as its servos do not measure it: the pose of the disk,
 * the way to the target.
 */
@NullMarked
package org.ophiura.sim.hardware.source;

import org.jspecify.annotations.NullMarked;
