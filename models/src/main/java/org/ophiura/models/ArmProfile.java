package org.ophiura.models;

import java.util.stream.IntStream;

/**
 * The taper from which whole arms are made: radius and length go linearly from the base towards the
 * tip.
 *
 * <p>Segment s of n gets the fraction s/n of the way, so that the last segment is still a little
 * thicker than the tip's radius, as in the reference model.
 *
 * @param baseRadiusMetres radius of the first segment; greater than 0
 * @param tipRadiusMetres radius towards which the arm goes; greater than 0
 * @param baseLengthMetres length of the first segment; greater than 0
 * @param tipLengthMetres length towards which the segments go; greater than 0
 * @param densityKilogramsPerCubicMetre of all segments; greater than 0
 * @param inPlane every segment's sideways hinge
 * @param outOfPlane every segment's lifting hinge
 */
public record ArmProfile(
    double baseRadiusMetres,
    double tipRadiusMetres,
    double baseLengthMetres,
    double tipLengthMetres,
    double densityKilogramsPerCubicMetre,
    JointProperties inPlane,
    JointProperties outOfPlane) {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public ArmProfile {
    Rules.positive("base-radius", baseRadiusMetres, "m");
    Rules.positive("tip-radius", tipRadiusMetres, "m");
    Rules.positive("base-length", baseLengthMetres, "m");
    Rules.positive("tip-length", tipLengthMetres, "m");
    Rules.positive("segment-density", densityKilogramsPerCubicMetre, "kg/m^3");
  }

  /**
   * The reference model's arm: radius 0.025 to 0.0125 m, length 0.075 to 0.025 m, density 1530
   * kg/m^3 (measured on brittle stars: doi 10.1088/1748-3190/adbecb), range 45 degrees in plane and
   * 30 degrees out of plane (biorobot 0.4.2).
   */
  public static ArmProfile reference() {
    return new ArmProfile(
        0.025,
        0.0125,
        0.075,
        0.025,
        1530,
        JointProperties.reference(Math.toRadians(45)),
        JointProperties.reference(Math.toRadians(30)));
  }

  /** The same profile with other joint ranges, in radians. */
  public ArmProfile withJointRanges(double inPlaneRadians, double outOfPlaneRadians) {
    return new ArmProfile(
        baseRadiusMetres,
        tipRadiusMetres,
        baseLengthMetres,
        tipLengthMetres,
        densityKilogramsPerCubicMetre,
        inPlane.withRangeRadians(inPlaneRadians),
        outOfPlane.withRangeRadians(outOfPlaneRadians));
  }

  /**
   * The same profile with other viscous friction (N m s/rad) and rotor inertia (kg m^2) of all
   * joints.
   *
   * @throws IllegalArgumentException if one of them is negative
   */
  public ArmProfile withJointDynamics(double damping, double armature) {
    return new ArmProfile(
        baseRadiusMetres,
        tipRadiusMetres,
        baseLengthMetres,
        tipLengthMetres,
        densityKilogramsPerCubicMetre,
        inPlane.withDynamics(damping, armature),
        outOfPlane.withDynamics(damping, armature));
  }

  /**
   * An intact arm of this profile.
   *
   * @throws IllegalArgumentException if the count is negative or above {@link Arm#MAXIMUM_SEGMENTS}
   */
  public Arm arm(int segmentCount) {
    Rules.atLeast("segments of an arm", 0, segmentCount);
    Rules.atMost("segments of an arm", Arm.MAXIMUM_SEGMENTS, segmentCount);
    return new Arm(
        IntStream.range(0, segmentCount)
            .mapToObj(index -> segment((double) index / segmentCount))
            .toList());
  }

  private Segment segment(double fraction) {
    return new Segment(
        baseRadiusMetres + fraction * (tipRadiusMetres - baseRadiusMetres),
        baseLengthMetres + fraction * (tipLengthMetres - baseLengthMetres),
        densityKilogramsPerCubicMetre,
        inPlane,
        outOfPlane);
  }
}
