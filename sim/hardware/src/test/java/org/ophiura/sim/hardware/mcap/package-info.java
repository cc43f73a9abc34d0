/** Tests of logs. */
@NullMarked
package org.ophiura.sim.hardware.mcap;

import org.jspecify.annotations.NullMarked;
