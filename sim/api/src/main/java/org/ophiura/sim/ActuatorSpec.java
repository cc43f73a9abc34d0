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
 */
public record ActuatorSpec(String name, String joint, double lower, double upper, String unit) {}
