package org.ophiura.sim;

/**
 * One joint with a single degree of freedom.
 *
 * @param name the model's name of the joint
 * @param lower lower end of its range (rad, or m for a slide); negative infinity where unlimited
 * @param upper upper end of its range; positive infinity where unlimited
 */
public record JointSpec(String name, double lower, double upper) {}
