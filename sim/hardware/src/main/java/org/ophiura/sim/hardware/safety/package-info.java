/**
 * Whether commands may pass at all, in simulation as on servos: the states of a robot, its latched
 * stop and the reasons for one, and what is looked at before and while the torque is on.
 *
 * <p>No bus, no thread and no clock lives here: the loop brings the time, the link brings what is
 * measured. What a single command is held to is in {@code limit}.
 */
@NullMarked
package org.ophiura.sim.hardware.safety;

import org.jspecify.annotations.NullMarked;
