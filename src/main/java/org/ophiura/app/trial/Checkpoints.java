package org.ophiura.app.trial;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps how far a trial has got, so that it can go on from there when its process has ended. Called
 * on the thread that runs the trial, between episodes; what it throws ends the trial.
 */
public interface Checkpoints {
  /** Keeps nothing. */
  Checkpoints NONE = new Checkpoints() {};

  /** Where to go on; empty for the beginning. */
  default Optional<TrialState> start() {
    return Optional.empty();
  }

  /** Everything is in place, the first episode is about to run. */
  default void begun(Supplier<TrialState> state) {}

  /**
   * The trial has reached a state that it can go on from. Comes often: most may be passed over.
   *
   * @param state makes a copy of the state; costs nothing if not asked
   */
  default void reached(Supplier<TrialState> state) {}

  /** Training or evaluation has ended with this state, or the user interrupted it. */
  default void phaseEnded(Supplier<TrialState> state) {}
}
