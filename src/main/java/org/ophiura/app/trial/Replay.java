package org.ophiura.app.trial;

import java.util.Optional;
import java.util.function.Function;
import org.ophiura.learning.Policy;

/** Runs single episodes again, to be looked at: they come out as they did the first time. */
public final class Replay {
  private Replay() {}

  /**
   * Runs an episode on a rig of its own.
   *
   * @param policy makes the decisions; empty leaves them to the controller
   * @param watcher makes the listener; may read the rig's plant, and change nothing
   */
  public static EpisodeResult run(
      Trial trial,
      EpisodeKind kind,
      int episode,
      Optional<Policy> policy,
      Function<Rig, EpisodeListener> watcher) {
    try (Rig rig = trial.newRig()) {
      EpisodeListener listener = watcher.apply(rig);
      return Evaluator.run(rig, kind, episode, trial.streams(), policy, listener);
    }
  }
}
