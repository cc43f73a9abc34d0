/**
 * Servos on a bus as a control loop needs them: all positions read and all targets written within
 * one period, in angles of joints, with every answer that did not come counted.
 */
@NullMarked
package org.ophiura.sim.hardware.servo;

import org.jspecify.annotations.NullMarked;
