package org.ophiura.models;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The robot: a disk with up to five arms, what drives them, and what they feel.
 *
 * <p>Arm i leaves the disk at the angle 2 pi i / 5, counter-clockwise seen from above, arm 0 along
 * +x; a list of fewer arms leaves the last directions empty, an arm of 0 segments any other.
 *
 * @param disk the central disk
 * @param arms at most {@value #MAXIMUM_ARMS}; copied
 * @param actuation what drives the arms
 * @param positionGainNewtonMetresPerRadian gain of the position servos; greater than 0
 * @param radiusToStrengthFactor a joint's greatest torque (N m) per radius of its segment (m);
 *     greater than 0
 * @param contactSensorsPerSegment 0 for none, 1 for one around the segment, k for k along its sides
 */
public record BrittleStarMorphology(
    Disk disk,
    List<Arm> arms,
    Actuation actuation,
    double positionGainNewtonMetresPerRadian,
    double radiusToStrengthFactor,
    int contactSensorsPerSegment) {

  /** The disk is a pentagon: it has five directions for arms. */
  public static final int MAXIMUM_ARMS = 5;

  /**
   * @throws IllegalArgumentException if there are too many arms or a number is out of range
   */
  public BrittleStarMorphology {
    arms = List.copyOf(arms);
    Rules.atMost("number of arms", MAXIMUM_ARMS, arms.size());
    Rules.positive("position-gain", positionGainNewtonMetresPerRadian, "N m/rad");
    Rules.positive("radius-to-strength-factor", radiusToStrengthFactor, "N");
    Rules.atLeast("contact-sensors-per-segment", 0, contactSensorsPerSegment);
  }

  /**
   * The reference robot (biorobot 0.4.2: position control with gain 20, strength factor 150, one
   * contact sensor per segment) with arms of the given lengths.
   *
   * @param segmentsPerArm one count per arm, at most {@value #MAXIMUM_ARMS}; not modified
   * @throws IllegalArgumentException if a count is negative or there are too many
   */
  public static BrittleStarMorphology reference(List<Integer> segmentsPerArm) {
    return tapered(segmentsPerArm, ArmProfile.reference());
  }

  /**
   * Like {@link #reference}, with another taper or other joints.
   *
   * @param segmentsPerArm one count per arm, at most {@value #MAXIMUM_ARMS}; not modified
   * @throws IllegalArgumentException if a count is negative or there are too many
   */
  public static BrittleStarMorphology tapered(List<Integer> segmentsPerArm, ArmProfile profile) {
    if (segmentsPerArm.size() > MAXIMUM_ARMS) {
      throw new IllegalArgumentException(
          "segments-per-arm must list <= %d arms, got %d"
              .formatted(MAXIMUM_ARMS, segmentsPerArm.size()));
    }
    List<Arm> arms = new ArrayList<>();
    for (int arm = 0; arm < segmentsPerArm.size(); arm++) {
      int segments = segmentsPerArm.get(arm);
      Rules.atLeast("segments-per-arm[" + arm + "]", 0, segments);
      Rules.atMost("segments-per-arm[" + arm + "]", Arm.MAXIMUM_SEGMENTS, segments);
      arms.add(profile.arm(segments));
    }
    return new BrittleStarMorphology(Disk.reference(), arms, Actuation.POSITION, 20, 150, 1);
  }

  /** The same robot driven in another way. */
  public BrittleStarMorphology withActuation(Actuation newActuation) {
    return new BrittleStarMorphology(
        disk,
        arms,
        newActuation,
        positionGainNewtonMetresPerRadian,
        radiusToStrengthFactor,
        contactSensorsPerSegment);
  }

  /** The same robot with stronger or weaker actuators; the factor is in N m per m of radius. */
  public BrittleStarMorphology withRadiusToStrengthFactor(double newFactor) {
    return new BrittleStarMorphology(
        disk,
        arms,
        actuation,
        positionGainNewtonMetresPerRadian,
        newFactor,
        contactSensorsPerSegment);
  }

  /** The same robot with position servos of another gain, in N m/rad. */
  public BrittleStarMorphology withPositionGain(double newGainNewtonMetresPerRadian) {
    return new BrittleStarMorphology(
        disk,
        arms,
        actuation,
        newGainNewtonMetresPerRadian,
        radiusToStrengthFactor,
        contactSensorsPerSegment);
  }

  /** The same robot with another number of contact sensors on each segment. */
  public BrittleStarMorphology withContactSensorsPerSegment(int newCount) {
    return new BrittleStarMorphology(
        disk, arms, actuation, positionGainNewtonMetresPerRadian, radiusToStrengthFactor, newCount);
  }

  /**
   * The same robot without an arm: as if its count of segments were 0.
   *
   * @throws IndexOutOfBoundsException if there is no such arm
   */
  public BrittleStarMorphology withoutArm(int arm) {
    return withArmShortened(arm, 0);
  }

  /**
   * The same robot with only the first segments of an arm left; they keep their sizes.
   *
   * @throws IndexOutOfBoundsException if there is no such arm
   * @throws IllegalArgumentException if the arm has fewer segments
   */
  public BrittleStarMorphology withArmShortened(int arm, int segments) {
    return withArm(arm, arms.get(arm).shortenedTo(segments));
  }

  /**
   * The same robot with one joint changed, such as {@code joint -> joint.lock()}.
   *
   * @throws IndexOutOfBoundsException if there is no such arm or segment
   */
  public BrittleStarMorphology withJoint(
      int arm, int segment, BendingPlane plane, UnaryOperator<JointProperties> change) {
    Segment whole = arms.get(arm).segments().get(segment);
    Segment changed = whole.withJoint(plane, change.apply(whole.joint(plane)));
    return withArm(arm, arms.get(arm).withSegment(segment, changed));
  }

  private BrittleStarMorphology withArm(int index, Arm arm) {
    List<Arm> changed = new ArrayList<>(arms);
    changed.set(index, arm);
    return new BrittleStarMorphology(
        disk,
        changed,
        actuation,
        positionGainNewtonMetresPerRadian,
        radiusToStrengthFactor,
        contactSensorsPerSegment);
  }

  /** The greatest torque on a whole joint of the segment, and the greatest control of a tendon. */
  public double strengthNewtonMetres(Segment segment) {
    return segment.radiusMetres() * radiusToStrengthFactor;
  }

  /** The direction of arm i, counter-clockwise from +x seen from above. */
  public static double armAngleRadians(int arm) {
    return 2 * Math.PI * arm / MAXIMUM_ARMS;
  }
}
