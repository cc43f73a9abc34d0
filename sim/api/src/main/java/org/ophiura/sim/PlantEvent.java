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

  /** A whole arm comes off. */
  record LoseArm(double atSeconds, int arm) implements PlantEvent {}

  /** An arm comes off but for its first {@code segments} segments. */
  record ShortenArm(double atSeconds, int arm, int segments) implements PlantEvent {}

  /** A joint stays where it is. */
  record LockJoint(double atSeconds, int arm, int segment, BendingPlane plane)
      implements PlantEvent {}

  /** The actuators of a joint can only give the fraction {@code strength} of their force. */
  record WeakenJoint(double atSeconds, int arm, int segment, BendingPlane plane, double strength)
      implements PlantEvent {}

  /** A force (N, world frame) acts on the centre of the disk for a while. */
  record Push(double atSeconds, double durationSeconds, double x, double y, double z)
      implements PlantEvent {}
}
