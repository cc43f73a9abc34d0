package org.ophiura.models;

/**
 * One hinge of a segment: how far it turns, its passive dynamics, and whether it is damaged.
 *
 * @param rangeRadians the joint turns in [-range, +range]; in (0, pi]
 * @param stiffnessNewtonMetresPerRadian passive spring towards 0; at least 0
 * @param dampingNewtonMetreSecondsPerRadian viscous friction; at least 0
 * @param armatureKilogramSquareMetres rotor inertia added to the joint; at least 0
 * @param strengthFraction what is left of the strength of the joint's actuators; in (0, 1], 1 when
 *     whole. The tendons of a segment pull at both its joints: they have the lesser of the two.
 * @param locked whether the joint stays where it is, whatever acts on it
 */
public record JointProperties(
    double rangeRadians,
    double stiffnessNewtonMetresPerRadian,
    double dampingNewtonMetreSecondsPerRadian,
    double armatureKilogramSquareMetres,
    double strengthFraction,
    boolean locked) {

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
    Rules.require(
        strengthFraction > 0 && strengthFraction <= 1,
        "strength-fraction",
        "> 0 and <= 1",
        strengthFraction,
        "1");
  }

  /**
   * A joint without damage.
   *
   * @throws IllegalArgumentException if a number is out of range
   */
  public JointProperties(
      double rangeRadians,
      double stiffnessNewtonMetresPerRadian,
      double dampingNewtonMetreSecondsPerRadian,
      double armatureKilogramSquareMetres) {
    this(
        rangeRadians,
        stiffnessNewtonMetresPerRadian,
        dampingNewtonMetreSecondsPerRadian,
        armatureKilogramSquareMetres,
        1,
        false);
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
        armatureKilogramSquareMetres,
        strengthFraction,
        locked);
  }

  /**
   * The same joint with other friction and another rotor.
   *
   * @throws IllegalArgumentException if one of them is negative
   */
  public JointProperties withDynamics(
      double newDampingNewtonMetreSecondsPerRadian, double newArmatureKilogramSquareMetres) {
    return new JointProperties(
        rangeRadians,
        stiffnessNewtonMetresPerRadian,
        newDampingNewtonMetreSecondsPerRadian,
        newArmatureKilogramSquareMetres,
        strengthFraction,
        locked);
  }

  /**
   * The same joint with the fraction {@code newFraction} of the strength that it has when whole.
   *
   * @throws IllegalArgumentException if the fraction is not in (0, 1]
   */
  public JointProperties withStrengthFraction(double newFraction) {
    return new JointProperties(
        rangeRadians,
        stiffnessNewtonMetresPerRadian,
        dampingNewtonMetreSecondsPerRadian,
        armatureKilogramSquareMetres,
        newFraction,
        locked);
  }

  /** The same joint, locked. */
  public JointProperties lock() {
    return new JointProperties(
        rangeRadians,
        stiffnessNewtonMetresPerRadian,
        dampingNewtonMetreSecondsPerRadian,
        armatureKilogramSquareMetres,
        strengthFraction,
        true);
  }
}
