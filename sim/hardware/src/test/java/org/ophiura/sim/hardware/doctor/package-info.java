/** Tests of servos on a bus, against emulated ones. */
@NullMarked
package org.ophiura.sim.hardware.doctor;

import org.jspecify.annotations.NullMarked;
