package org.ophiura.models;

import java.util.List;

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
}
