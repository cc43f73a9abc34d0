package org.ophiura.motion;

import org.ophiura.sim.PlantState;

/** A plant's state whose observations are an array that tests write. */
public final class ArrayState implements PlantState {
  private final double[] values;

  /** Makes a state that shows {@code values}, now and later. */
  public ArrayState(double[] values) {
    this.values = values;
  }

  @Override
  public double timeSeconds() {
    return 0;
  }

  @Override
  public double get(int index) {
    return values[index];
  }
}
