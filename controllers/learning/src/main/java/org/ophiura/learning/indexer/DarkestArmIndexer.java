package org.ophiura.learning.indexer;

import java.util.Objects;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.PlantState;

/**
 * Numbers where the robot's surroundings are darkest: state {@code k} says that the segments of arm
 * {@code k} take in the least light on average; of equal arms, the first. An arm without segments,
 * or one that takes in something that is not a number, is never the darkest but where all are so:
 * then the state is 0. Immutable; safe for several threads.
 */
public final class DarkestArmIndexer implements StateIndexer {
  private final int[][] segments;

  /**
   * Makes an indexer that reads given elements of the observation vector.
   *
   * @param segments for each arm the indices of the light intakes of its segments; copied
   */
  public DarkestArmIndexer(int[][] segments) {
    if (segments.length < 1) {
      throw new IllegalArgumentException("arms must be >= 1, got 0");
    }
    this.segments = new int[segments.length][];
    for (int arm = 0; arm < segments.length; arm++) {
      this.segments[arm] = segments[arm].clone();
    }
  }

  @Override
  public int stateCount() {
    return segments.length;
  }

  @Override
  public int indexOf(PlantState state) {
    int darkest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int arm = 0; arm < segments.length; arm++) {
      double total = 0;
      for (int segment : segments[arm]) {
        total += state.get(segment);
      }
      double mean = total / segments[arm].length; // NaN, and so never the least, without segments
      if (mean < least) {
        least = mean;
        darkest = arm;
      }
    }
    return darkest;
  }

  @Override
  public String nameOf(int state) {
    return "arm-" + Objects.checkIndex(state, segments.length);
  }

  @Override
  public boolean statesAreArms() {
    return true;
  }
}
