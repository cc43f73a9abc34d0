package org.ophiura.learning.indexer;

import java.util.List;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.PlantState;

/** The direction of the target as seen from one arm. Immutable; safe for several threads. */
final class ArmViewIndexer implements StateIndexer {
  private final int arm;
  private final StateIndexer directions;
  private final int[] stateOfSector;
  private final List<String> names;

  /**
   * Makes an indexer.
   *
   * @param directions tells the arm that points at the target
   * @param stateOfSector state by the number of arms from this one to that, counter-clockwise.
   *     Kept, not copied.
   * @param names of the states
   */
  ArmViewIndexer(int arm, StateIndexer directions, int[] stateOfSector, List<String> names) {
    this.arm = arm;
    this.directions = directions;
    this.stateOfSector = stateOfSector;
    this.names = names;
  }

  @Override
  public int stateCount() {
    return names.size();
  }

  @Override
  public int indexOf(PlantState state) {
    return stateOfSector[Math.floorMod(directions.indexOf(state) - arm, stateOfSector.length)];
  }

  @Override
  public String nameOf(int state) {
    return names.get(state);
  }
}
