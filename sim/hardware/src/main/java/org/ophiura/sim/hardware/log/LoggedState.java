package org.ophiura.sim.hardware.log;

import org.ophiura.sim.PlantState;

/** The state that a controller saw in a logged tick: one live view that goes from tick to tick. */
public final class LoggedState implements PlantState {
  private final double[] values;
  private double seconds;

  /** Makes a state of zeros. */
  public LoggedState(LogContent content) {
    values = new double[content.observationSize()];
  }

  /** Shows another tick. */
  public void show(TickRecord tick) {
    seconds = tick.seconds();
    for (int i = 0; i < values.length; i++) {
      values[i] = tick.observation(i);
    }
  }

  @Override
  public double timeSeconds() {
    return seconds;
  }

  @Override
  public double get(int index) {
    return values[index];
  }
}
