package org.ophiura.motion.drive;

import java.util.Arrays;

/**
 * The tensions of a segment's four tendons that put given torques on its two joints with the least
 * total tension, none of them negative.
 *
 * <p>With T the tensions and m the moment arms (derivatives of the tendons' lengths by the joints'
 * angles), a joint's torque is the sum of -m T over the tendons. Two equations need no more than
 * two of the four tendons (Carathéodory's theorem for cones), so the six pairs are tried. Where
 * none can give both torques without pushing, the torques lie outside of the cone that the tendons
 * span; its closest point is on its edge, which is a single tendon.
 *
 * <p>Mutable, for one thread at a time; allocates nothing after it is made.
 */
final class TendonTensions {
  static final int TENDONS = 4;

  /** Sine of the angle below which two tendons pull in the same or in opposite directions. */
  private static final double PARALLEL = 1e-9;

  private final double[] inPlane = new double[TENDONS];
  private final double[] outOfPlane = new double[TENDONS];
  private final double[] lengths = new double[TENDONS];
  private final double[] tensions = new double[TENDONS];

  /** Sets the moment arms of one tendon about the in-plane and the out-of-plane joint, m. */
  void setMomentArms(int tendon, double aboutInPlane, double aboutOutOfPlane) {
    inPlane[tendon] = -aboutInPlane;
    outOfPlane[tendon] = -aboutOutOfPlane;
    lengths[tendon] = Math.hypot(aboutInPlane, aboutOutOfPlane);
  }

  /** Tension of a tendon as last solved, N. */
  double tension(int tendon) {
    return tensions[tendon];
  }

  /**
   * Finds the tensions; where the torques are out of reach, those whose torques come closest. All
   * are NaN if a torque or a moment arm is not finite. Among equally good pairs the first is taken.
   *
   * @param in torque on the in-plane joint, N m
   * @param out torque on the out-of-plane joint, N m
   */
  void solve(double in, double out) {
    if (!Double.isFinite(in + out + lengths[0] + lengths[1] + lengths[2] + lengths[3])) {
      Arrays.fill(tensions, Double.NaN);
    } else if (!solveByTwo(in, out)) {
      solveByOne(in, out);
    }
  }

  private boolean solveByTwo(double in, double out) {
    double least = Double.POSITIVE_INFINITY;
    for (int a = 0; a < TENDONS - 1; a++) {
      for (int b = a + 1; b < TENDONS; b++) {
        double determinant = inPlane[a] * outOfPlane[b] - inPlane[b] * outOfPlane[a];
        if (Math.abs(determinant) > PARALLEL * lengths[a] * lengths[b]) {
          double ofA = (in * outOfPlane[b] - out * inPlane[b]) / determinant;
          double ofB = (out * inPlane[a] - in * outOfPlane[a]) / determinant;
          if (ofA >= 0 && ofB >= 0 && ofA + ofB < least) {
            least = ofA + ofB;
            Arrays.fill(tensions, 0);
            tensions[a] = ofA;
            tensions[b] = ofB;
          }
        }
      }
    }
    return least < Double.POSITIVE_INFINITY;
  }

  private void solveByOne(double in, double out) {
    Arrays.fill(tensions, 0);
    double greatest = 0;
    for (int a = 0; a < TENDONS; a++) {
      // The part of the torques along the tendon's pull, which is what remains of the error.
      double along = (in * inPlane[a] + out * outOfPlane[a]) / lengths[a];
      if (along > greatest) {
        greatest = along;
        Arrays.fill(tensions, 0);
        tensions[a] = along / lengths[a];
      }
    }
  }
}
