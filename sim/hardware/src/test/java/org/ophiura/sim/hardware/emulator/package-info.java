/** Tests of emulated servos. */
@NullMarked
package org.ophiura.sim.hardware.emulator;

import org.jspecify.annotations.NullMarked;
