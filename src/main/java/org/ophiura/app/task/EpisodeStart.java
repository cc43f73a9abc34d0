package org.ophiura.app.task;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ophiura.sim.ResetSpec;

/**
 * How an episode of any task starts at random.
 *
 * @param randomRotation whether the robot starts turned by an angle uniform in [-pi, pi)
 * @param jointPositionNoise half-width of the uniform noise on each joint position, rad
 * @param jointVelocityNoise half-width of the uniform noise on each joint velocity, rad/s
 */
public record EpisodeStart(
    boolean randomRotation, double jointPositionNoise, double jointVelocityNoise) {

  /** Draws a start, the target left where it is; draws nothing without a random rotation. */
  public ResetSpec draw(double startXMetres, RandomGenerator random) {
    double yaw = randomRotation ? Math.PI * (2 * random.nextDouble() - 1) : 0;
    return new ResetSpec(
        startXMetres, 0, yaw, jointPositionNoise, jointVelocityNoise, Optional.empty());
  }
}
