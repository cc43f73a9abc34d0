package org.ophiura.app.trial;

import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/** Sees what a controller wants before the plant does, on the loop's thread. Must not allocate. */
@FunctionalInterface
public interface CommandListener {
  /** Does nothing. */
  CommandListener NONE = (first, seen, command) -> {};

  /**
   * Called between a controller's update and the plant's step.
   *
   * @param first whether the controller was reset to this state
   * @param seen what it saw. Not modified.
   * @param command what it wants. Not modified.
   */
  void decided(boolean first, PlantState seen, JointCommand command);
}
