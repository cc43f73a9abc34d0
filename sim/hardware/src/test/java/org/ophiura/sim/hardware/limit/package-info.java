/** Tests of what stands between a controller and a robot. */
@NullMarked
package org.ophiura.sim.hardware.limit;

import org.jspecify.annotations.NullMarked;
