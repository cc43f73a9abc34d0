package org.ophiura.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One arm as the list of its segments from the disk outwards; none for an arm that is only a stump.
 *
 * <p>Segments are explicit, not computed from an index, so that an arm that was shortened keeps the
 * taper it had before.
 *
 * @param segments from the disk to the tip, at most {@value #MAXIMUM_SEGMENTS}; copied
 */
public record Arm(List<Segment> segments) {
  /** The longest arm whose nested bodies MuJoCo's XML reader still accepts, with a margin. */
  public static final int MAXIMUM_SEGMENTS = 400;

  /**
   * @throws IllegalArgumentException if there are too many segments
   */
  public Arm {
    segments = List.copyOf(segments);
    Rules.atMost("segments of an arm", MAXIMUM_SEGMENTS, segments.size());
  }

  /**
   * What is left of the arm when all but its first segments come off; the taper stays.
   *
   * @throws IllegalArgumentException if the arm has fewer segments
   */
  public Arm shortenedTo(int segmentCount) {
    Rules.atLeast("segments of an arm", 0, segmentCount);
    Rules.atMost("segments that are left of an arm", segments.size(), segmentCount);
    return new Arm(segments.subList(0, segmentCount));
  }

  /**
   * The same arm with another segment in the place of one.
   *
   * @throws IndexOutOfBoundsException if there is no such segment
   */
  public Arm withSegment(int index, Segment segment) {
    Objects.checkIndex(index, segments.size());
    List<Segment> changed = new ArrayList<>(segments);
    changed.set(index, segment);
    return new Arm(changed);
  }
}
