package org.ophiura.sim;

import java.util.Optional;

/**
 * Where an episode starts: all that changes from one episode to the next, and nothing that belongs
 * to the model.
 *
 * @param startX how far along the world's x axis from where the model has it the robot starts, m
 * @param startY the same along the y axis, m
 * @param startYawRadians how far it starts turned about the vertical axis, counter-clockwise
 * @param jointPositionNoise half-width of the uniform noise added to each joint position, rad
 * @param jointVelocityNoise half-width of the uniform noise added to each joint velocity, rad/s
 * @param target where the target is; empty leaves it where the model has it
 */
public record ResetSpec(
    double startX,
    double startY,
    double startYawRadians,
    double jointPositionNoise,
    double jointVelocityNoise,
    Optional<Position> target) {

  /** Robot and target as the model has them, no noise. */
  public static final ResetSpec ORIGIN = new ResetSpec(0, 0, 0, 0, 0, Optional.empty());

  /** Checks that the pose is finite and the noise not negative. */
  public ResetSpec {
    if (!Double.isFinite(startX + startY + startYawRadians)) {
      throw new IllegalArgumentException(
          "the start pose must be finite, got ["
              + startX
              + ", "
              + startY
              + ", "
              + startYawRadians
              + "]");
    }
    if (!(jointPositionNoise >= 0) || !(jointVelocityNoise >= 0)) {
      throw new IllegalArgumentException(
          "joint noise must be >= 0, got " + jointPositionNoise + " and " + jointVelocityNoise);
    }
  }

  /** The same start with the target elsewhere. */
  public ResetSpec withTarget(Position position) {
    return new ResetSpec(
        startX,
        startY,
        startYawRadians,
        jointPositionNoise,
        jointVelocityNoise,
        Optional.of(position));
  }
}
