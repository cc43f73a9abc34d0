package org.ophiura.learning.indexer;

import java.util.Objects;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.PlantState;

/**
 * Numbers how the robot is turned: state {@code k} says that arm {@code k} points closest to a
 * fixed direction in the world. A rotation that is not a number gives state 0. Immutable; safe for
 * several threads.
 */
public final class CompassIndexer implements StateIndexer {
  private final ArmSectors sectors;
  private final double directionRadians;
  private final int yaw;

  /**
   * Makes an indexer that reads a given element of the observation vector.
   *
   * @param arms number of sectors, at least 1
   * @param directionRadians in the world frame, counter-clockwise from +x seen from above
   * @param yaw index of the robot's rotation about the vertical (rad, world frame)
   */
  public CompassIndexer(int arms, double directionRadians, int yaw) {
    sectors = new ArmSectors(arms);
    this.directionRadians = directionRadians;
    this.yaw = yaw;
  }

  @Override
  public int stateCount() {
    return sectors.arms();
  }

  @Override
  public int indexOf(PlantState state) {
    return sectors.nearest(directionRadians - state.get(yaw));
  }

  @Override
  public String nameOf(int state) {
    return "arm-" + Objects.checkIndex(state, sectors.arms());
  }

  @Override
  public boolean statesAreArms() {
    return true;
  }
}
