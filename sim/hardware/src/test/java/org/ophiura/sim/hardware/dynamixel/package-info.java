/** Tests of packets and registers. */
@NullMarked
package org.ophiura.sim.hardware.dynamixel;

import org.jspecify.annotations.NullMarked;
