package org.ophiura.app.trial;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ophiura.learning.Policy;

/** Judges a controller on episodes of one kind. */
public final class Evaluator {
  private final Trial trial;
  private final Rollouts rollouts;

  /** Runs its episodes on {@code rollouts}. */
  public Evaluator(Trial trial, Rollouts rollouts) {
    this.trial = trial;
    this.rollouts = rollouts;
  }

  /**
   * Runs episodes.
   *
   * @param kind {@link EpisodeKind#VALIDATION} or {@link EpisodeKind#EVALUATION}
   * @param policy makes the decisions; asked by several threads at once; empty leaves the
   *     controller as it is
   * @param first watches episode 0
   * @param finished receives each result, in order
   */
  public List<EpisodeResult> run(
      EpisodeKind kind,
      int episodes,
      Optional<Policy> policy,
      EpisodeListener first,
      Consumer<EpisodeResult> finished) {
    RandomStreams streams = trial.streams();
    return rollouts.run(
        episodes,
        (rig, episode) -> {
          EpisodeListener listener = episode == 0 ? first : EpisodeListener.NONE;
          Optional<Policy> chosen =
              policy.or(() -> rig.decider().map(deciding -> deciding.policy()));
          return chosen.isPresent()
              ? rig.run(kind, episode, streams, chosen.get(), listener)
              : rig.run(kind, episode, streams, listener);
        },
        finished);
  }
}
