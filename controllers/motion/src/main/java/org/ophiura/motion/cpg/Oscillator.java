package org.ophiura.motion.cpg;

/**
 * What one oscillator of a network stands for.
 *
 * @param arm index of the arm whose joints it drives
 * @param segment index of the segment whose joint it drives, or {@link #WHOLE_ARM}
 * @param plane in which those joints bend
 */
public record Oscillator(int arm, int segment, Plane plane) {
  /** The {@link #segment} of an oscillator that all segments of its arm follow. */
  public static final int WHOLE_ARM = -1;

  /** An oscillator that all joints of an arm follow that bend in its plane. */
  public static Oscillator ofArm(int arm, Plane plane) {
    return new Oscillator(arm, WHOLE_ARM, plane);
  }

  /** What messages call it, such as {@code arm 0 in-plane}. */
  public String name() {
    return "arm "
        + arm
        + (segment == WHOLE_ARM ? " " : " segment " + segment + " ")
        + plane.label();
  }

  boolean drives(int jointArm, int jointSegment, Plane jointPlane) {
    return arm == jointArm
        && (segment == WHOLE_ARM || segment == jointSegment)
        && plane == jointPlane;
  }
}
