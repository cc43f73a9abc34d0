package org.ophiura.app.trial;

import java.util.List;
import org.ophiura.learning.Learner;

/**
 * A training that has ended.
 *
 * @param learner what has learned
 * @param episodes its episodes, in order
 * @param validations the evaluations of the greedy policy on the way
 * @param wallSeconds how long it took by the wall clock, those evaluations left out
 */
public record Training(
    Learner learner,
    List<TrainingEpisode> episodes,
    List<Evaluation> validations,
    double wallSeconds) {
  /** Keeps copies of the lists. */
  public Training {
    episodes = List.copyOf(episodes);
    validations = List.copyOf(validations);
  }
}
