package org.ophiura.app.trial;

import org.ophiura.sim.PlantState;
import org.ophiura.sim.Task;

/** A plant's state followed by what its task adds to it: what controllers and recorders see. */
final class SensedState implements PlantState {
  private final PlantState plant;
  private final int own;
  private final double[] added;

  /**
   * Extends a plant's state.
   *
   * @param own number of the plant's own elements
   * @param added number of those that the task adds
   */
  SensedState(PlantState plant, int own, int added) {
    this.plant = plant;
    this.own = own;
    this.added = new double[added];
  }

  /** Takes in a new state of the plant. */
  void refresh(Task task) {
    task.sense(plant, added);
  }

  @Override
  public double timeSeconds() {
    return plant.timeSeconds();
  }

  @Override
  public double get(int index) {
    return index < own ? plant.get(index) : added[index - own];
  }
}
