package org.ophiura.models;

/**
 * One link of an arm: a capsule along x whose near end touches the origin of its body, hanging on
 * two hinges there.
 *
 * @param radiusMetres of the capsule; greater than 0
 * @param lengthMetres of the capsule's cylinder, without its two half spheres; greater than 0
 * @param densityKilogramsPerCubicMetre of the capsule; greater than 0
 * @param inPlane the hinge that bends the arm sideways
 * @param outOfPlane the hinge that lifts the arm
 */
public record Segment(
    double radiusMetres,
    double lengthMetres,
    double densityKilogramsPerCubicMetre,
    JointProperties inPlane,
    JointProperties outOfPlane) {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public Segment {
    Rules.positive("segment-radius", radiusMetres, "m");
    Rules.positive("segment-length", lengthMetres, "m");
    Rules.positive("segment-density", densityKilogramsPerCubicMetre, "kg/m^3");
  }

  /** The x coordinate of the capsule's centre in the segment's frame. */
  public double centreMetres() {
    return radiusMetres + lengthMetres / 2;
  }

  /** The x coordinate of the next segment's origin in this segment's frame. */
  public double endMetres() {
    return 2 * centreMetres();
  }

  /** The hinge of the given plane. */
  public JointProperties joint(BendingPlane plane) {
    return switch (plane) {
      case IN_PLANE -> inPlane;
      case OUT_OF_PLANE -> outOfPlane;
    };
  }

  /** The same segment with another hinge in the given plane. */
  public Segment withJoint(BendingPlane plane, JointProperties joint) {
    return new Segment(
        radiusMetres,
        lengthMetres,
        densityKilogramsPerCubicMetre,
        plane == BendingPlane.IN_PLANE ? joint : inPlane,
        plane == BendingPlane.OUT_OF_PLANE ? joint : outOfPlane);
  }

  /**
   * What is left of the strength of the tendons of this segment; in (0, 1], 1 when whole. A tendon
   * pulls at both joints, so the weaker one tells.
   */
  public double tendonStrengthFraction() {
    return Math.min(inPlane.strengthFraction(), outOfPlane.strengthFraction());
  }
}
