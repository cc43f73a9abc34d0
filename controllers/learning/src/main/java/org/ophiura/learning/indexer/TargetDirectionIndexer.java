package org.ophiura.learning.indexer;

import java.util.Objects;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.PlantState;

/**
 * Numbers the direction from the robot to its target: state {@code k} says that the target lies in
 * the direction of arm {@code k}, which points at {@code 2 pi k / arms} from the robot's own x
 * axis, counter-clockwise seen from above.
 *
 * <p>Each state is a sector of {@code 2 pi / arms} centred on its arm; a direction on the edge of
 * two belongs to the one that lies counter-clockwise. A direction that is not a number gives state
 * 0, a direction of length 0 is taken for the world's x axis. Immutable; safe for several threads.
 *
 * <p>The sectors are those of the first Q-learning notebook, which however leaves the difference of
 * the two angles as it is: a robot that has turned sees differences in (-2 pi, 2 pi), which fall
 * off the notebook's table of bins. Here the difference is wrapped first.
 */
public final class TargetDirectionIndexer implements StateIndexer {
  private final ArmSectors sectors;
  private final int directionX;
  private final int directionY;
  private final int yaw;

  /**
   * Makes an indexer that reads given elements of the observation vector.
   *
   * @param arms number of sectors, at least 1
   * @param directionX index of the x component of the direction to the target (world frame)
   * @param directionY index of its y component
   * @param yaw index of the robot's rotation about the vertical (rad, world frame)
   */
  public TargetDirectionIndexer(int arms, int directionX, int directionY, int yaw) {
    sectors = new ArmSectors(arms);
    this.directionX = directionX;
    this.directionY = directionY;
    this.yaw = yaw;
  }

  @Override
  public int stateCount() {
    return sectors.arms();
  }

  @Override
  public int indexOf(PlantState state) {
    double directionRadians = Math.atan2(state.get(directionY), state.get(directionX));
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
