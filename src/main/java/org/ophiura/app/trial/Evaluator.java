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
   * Runs episodes 0 to {@code episodes} (exclusive); see {@link #run(EpisodeKind, int, int,
   * Optional, EpisodeListener, Consumer)}.
   */
  public List<EpisodeResult> run(
      EpisodeKind kind,
      int episodes,
      Optional<Policy> policy,
      EpisodeListener first,
      Consumer<EpisodeResult> finished) {
    return run(kind, 0, episodes, policy, first, finished);
  }

  /**
   * Runs a part of the episodes.
   *
   * @param kind {@link EpisodeKind#VALIDATION} or {@link EpisodeKind#EVALUATION}
   * @param from number of the first episode to run
   * @param to number after that of the last
   * @param policy makes the decisions; asked by several threads at once; empty leaves the
   *     controller as it is
   * @param first watches episode 0
   * @param finished receives each result, in order
   */
  public List<EpisodeResult> run(
      EpisodeKind kind,
      int from,
      int to,
      Optional<Policy> policy,
      EpisodeListener first,
      Consumer<EpisodeResult> finished) {
    RandomStreams streams = trial.streams();
    return rollouts.run(
        to - from,
        (rig, index) -> {
          int episode = from + index;
          EpisodeListener listener = episode == 0 ? first : EpisodeListener.NONE;
          return run(rig, kind, episode, streams, policy, listener);
        },
        finished);
  }

  static EpisodeResult run(
      Rig rig,
      EpisodeKind kind,
      int episode,
      RandomStreams streams,
      Optional<Policy> policy,
      EpisodeListener listener) {
    Optional<Policy> chosen = policy.or(() -> rig.decider().map(deciding -> deciding.policy()));
    return chosen.isPresent()
        ? rig.run(kind, episode, streams, chosen.get(), listener)
        : rig.run(kind, episode, streams, listener);
  }
}
