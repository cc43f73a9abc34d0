package org.ophiura.sim;

/**
 * Something that happens to a robot at a given time of each episode: damage, which lasts until the
 * next reset, or a push. A damaged robot keeps its layout: what it lost takes commands without
 * effect and reads 0.
 */
public sealed interface PlantEvent {

  /** When it happens, in seconds after the reset; 0 is from the start. */
  double atSeconds();

  /** In which plane a joint of an arm bends. */
  enum BendingPlane {
    /** In the plane of the disk. */
    IN_PLANE,
    /** Out of the plane of the disk. */
    OUT_OF_PLANE
  }

  /**
   * A whole arm comes off.
   *
   * @param atSeconds when it happens
   * @param arm index of the arm, counter-clockwise seen from above
   */
  record LoseArm(double atSeconds, int arm) implements PlantEvent {}

  /**
   * An arm comes off but for its first segments, which keep their sizes.
   *
   * @param atSeconds when it happens
   * @param arm index of the arm
   * @param segments how many are left, counted from the disk; fewer than the arm has
   */
  record ShortenArm(double atSeconds, int arm, int segments) implements PlantEvent {}

  /**
   * A joint stops and stays where it is.
   *
   * @param atSeconds when it happens
   * @param arm index of the arm
   * @param segment index of the segment that hangs on the joint, counted from the disk
   * @param plane in which the joint bends
   */
  record LockJoint(double atSeconds, int arm, int segment, BendingPlane plane)
      implements PlantEvent {}

  /**
   * The actuators of a joint can only give a fraction of their force. Tendons pull at both joints
   * of a segment, so all of the segment's tendons are weakened.
   *
   * @param atSeconds when it happens
   * @param arm index of the arm
   * @param segment index of the segment that hangs on the joint, counted from the disk
   * @param plane in which the joint bends
   * @param strength what is left of the greatest force that they have when whole; in (0, 1)
   */
  record WeakenJoint(double atSeconds, int arm, int segment, BendingPlane plane, double strength)
      implements PlantEvent {}

  /**
   * A force acts on the centre of mass of the disk, or of the body that carries another robot, for
   * a while.
   *
   * @param atSeconds when it starts
   * @param durationSeconds how long it lasts
   * @param x force along the world's x axis, N
   * @param y the same along the y axis, N
   * @param z the same along the z axis, N
   */
  record Push(double atSeconds, double durationSeconds, double x, double y, double z)
      implements PlantEvent {}
}
