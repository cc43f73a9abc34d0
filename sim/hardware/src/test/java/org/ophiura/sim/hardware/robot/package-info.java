/** Tests of robots of servos as plants. */
@NullMarked
package org.ophiura.sim.hardware.robot;

import org.jspecify.annotations.NullMarked;
