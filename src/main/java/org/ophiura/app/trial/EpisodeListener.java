package org.ophiura.app.trial;

import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/** Sees every control step of an episode, on the episode's own thread. Must not allocate. */
@FunctionalInterface
public interface EpisodeListener {
  /** Does nothing. */
  EpisodeListener NONE = (state, command, reward) -> {};

  /**
   * Called after each control step.
   *
   * @param state the plant's live state after the step
   * @param command the command that was applied. Not modified.
   * @param reward of this control step
   */
  void stepped(PlantState state, JointCommand command, double reward);

  /** Called once before the first control step, with the state after the reset. */
  default void began(PlantState state) {}
}
