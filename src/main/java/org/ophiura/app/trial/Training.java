package org.ophiura.app.trial;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A training that has ended.
 *
 * @param episodes its episodes, in order
 * @param validations the evaluations of the greedy policy on the way
 * @param wallSeconds how long it took by the wall clock
 * @param figures the last value of each figure that the method told of, by name
 */
public record Training(
    List<TrainingEpisode> episodes,
    List<Evaluation> validations,
    double wallSeconds,
    Map<String, Double> figures) {
  /** Keeps copies of the lists. */
  public Training {
    episodes = List.copyOf(episodes);
    validations = List.copyOf(validations);
    figures = Collections.unmodifiableMap(new TreeMap<>(figures));
  }

  /** A training without figures. */
  public Training(
      List<TrainingEpisode> episodes, List<Evaluation> validations, double wallSeconds) {
    this(episodes, validations, wallSeconds, Map.of());
  }
}
