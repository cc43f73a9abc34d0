package org.ophiura.sim;

import java.util.List;

/**
 * What a brittle star's body consists of, as far as tasks need it: a disk and the segments of its
 * arms.
 *
 * @param diskRadiusMetres radius of the disk
 * @param segments arm by arm, from the disk to the tip
 */
public record BodyPlan(double diskRadiusMetres, List<SegmentSpec> segments) {
  /** Keeps a copy of the list. */
  public BodyPlan {
    segments = List.copyOf(segments);
  }

  /**
   * One segment of an arm: a capsule.
   *
   * @param arm index of the arm, counter-clockwise seen from above, arm 0 along the robot's x axis
   * @param segment index within the arm, counted from the disk
   * @param radiusMetres radius of the capsule
   * @param lengthMetres length of its cylinder
   * @param position the observation of its centre in the world frame: x, y, z, m
   */
  public record SegmentSpec(
      int arm, int segment, double radiusMetres, double lengthMetres, ObservationSpec position) {}
}
