/**
 * Looks a robot of servos over before it is driven, from the port to the limits of its joints, and
 * says what to do about whatever is wrong.
 *
 * <p>Nothing here moves a servo or puts its torque on, and nothing that is changed stays changed.
 */
@NullMarked
package org.ophiura.sim.hardware.doctor;

import org.jspecify.annotations.NullMarked;
