package org.ophiura.app.trial;

import java.util.List;
import org.ophiura.sim.CycleStatus;

/**
 * The episodes of one evaluation, and what they say together.
 *
 * @param afterTrainingEpisodes training episodes that the policy had seen
 * @param episodes all of them, in order
 */
public record Evaluation(int afterTrainingEpisodes, List<EpisodeResult> episodes) {
  /** Keeps a copy of the list. */
  public Evaluation {
    episodes = List.copyOf(episodes);
  }

  /** Share of episodes that reached the aim; 0 without episodes. */
  public double successRate() {
    return episodes.stream().mapToDouble(e -> e.succeeded() ? 1 : 0).average().orElse(0);
  }

  /** Mean duration of the episodes that reached the aim, in seconds; NaN if none did. */
  public double meanTimeToTargetSeconds() {
    return episodes.stream()
        .filter(EpisodeResult::succeeded)
        .mapToDouble(EpisodeResult::seconds)
        .average()
        .orElse(Double.NaN);
  }

  /** Mean undiscounted return; NaN without episodes. */
  public double meanReturn() {
    return episodes.stream().mapToDouble(EpisodeResult::totalReward).average().orElse(Double.NaN);
  }

  /**
   * Numbers of the episodes that ended by a fault or diverged, to be named rather than averaged.
   */
  public List<Integer> failedEpisodes() {
    return episodes.stream()
        .filter(e -> e.status() != CycleStatus.OK)
        .map(EpisodeResult::episode)
        .toList();
  }
}
