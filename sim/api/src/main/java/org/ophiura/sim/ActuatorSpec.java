package org.ophiura.sim;

/**
 * One actuator: element {@code i} of a {@link JointCommand} is for actuator {@code i} of the
 * layout.
 *
 * @param name the model's name of the actuator
 * @param joint name of the joint (or tendon) that it drives
 * @param lower least command; negative infinity where unlimited
 * @param upper greatest command; positive infinity where unlimited
 * @param unit unit of the command, such as {@code rad} or {@code N m}
 * @param effort what a command of 1 puts on the joint or tendon (N m, or N along a tendon or slide;
 *     a positive one lengthens a tendon), for a servo per unit of its error; NaN where that is not
 *     a constant
 */
public record ActuatorSpec(
    String name, String joint, double lower, double upper, String unit, double effort) {

  /** An actuator whose command is what it puts on its joint: of an effort of 1. */
  public ActuatorSpec(String name, String joint, double lower, double upper, String unit) {
    this(name, joint, lower, upper, unit, 1);
  }
}
