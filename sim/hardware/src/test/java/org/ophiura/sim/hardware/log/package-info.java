/** Tests of logs. */
@NullMarked
package org.ophiura.sim.hardware.log;

import org.jspecify.annotations.NullMarked;
