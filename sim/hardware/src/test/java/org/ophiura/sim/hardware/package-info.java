/** Tests of robots of servos. */
@NullMarked
package org.ophiura.sim.hardware;

import org.jspecify.annotations.NullMarked;
