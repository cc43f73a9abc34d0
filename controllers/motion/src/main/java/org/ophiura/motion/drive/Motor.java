package org.ophiura.motion.drive;

import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointCommand;

/**
 * A motor on a joint or a tendon.
 *
 * @param index of the actuator in the robot's layout
 * @param effort what a command of 1 exerts, N m or N; not 0
 * @param lower least command
 * @param upper greatest command
 */
record Motor(int index, double effort, double lower, double upper) {

  Motor(int index, ActuatorSpec actuator) {
    this(index, actuator.effort(), actuator.lower(), actuator.upper());
  }

  /** Commands a torque (N m) or a force (N), as far as the motor is strong enough. */
  void exert(double wanted, JointCommand out) {
    out.set(index, Math.max(lower, Math.min(upper, wanted / effort)));
  }
}
