package org.ophiura.models;

/**
 * One hinge of a segment: how far it turns, and its passive dynamics.
 *
 * @param rangeRadians the joint turns in [-range, +range]; in (0, pi]
 * @param stiffnessNewtonMetresPerRadian passive spring towards 0; at least 0
 * @param dampingNewtonMetreSecondsPerRadian viscous friction; at least 0
 * @param armatureKilogramSquareMetres rotor inertia added to the joint; at least 0
 */
public record JointProperties(
    double rangeRadians,
    double stiffnessNewtonMetresPerRadian,
    double dampingNewtonMetreSecondsPerRadian,
    double armatureKilogramSquareMetres) {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public JointProperties {
    Rules.require(
        rangeRadians > 0 && rangeRadians <= Math.PI,
        "joint-range",
        "> 0 and <= pi",
        rangeRadians,
        "rad");
    Rules.notNegative("joint-stiffness", stiffnessNewtonMetresPerRadian, "N m/rad");
    Rules.notNegative("joint-damping", dampingNewtonMetreSecondsPerRadian, "N m s/rad");
    Rules.notNegative("joint-armature", armatureKilogramSquareMetres, "kg m^2");
  }

  /**
   * The reference model's passive dynamics (biorobot 0.4.2: stiffness 0.005, damping 1, armature
   * 0.2) with a range of one's own.
   */
  public static JointProperties reference(double rangeRadians) {
    return new JointProperties(rangeRadians, 0.005, 1.0, 0.2);
  }

  /** The same joint with another range. */
  public JointProperties withRangeRadians(double newRangeRadians) {
    return new JointProperties(
        newRangeRadians,
        stiffnessNewtonMetresPerRadian,
        dampingNewtonMetreSecondsPerRadian,
        armatureKilogramSquareMetres);
  }
}
