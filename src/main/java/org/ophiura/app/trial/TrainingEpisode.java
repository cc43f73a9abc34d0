package org.ophiura.app.trial;

/**
 * One training episode and the learner after it.
 *
 * @param result the episode
 * @param epsilon exploration rate that it ran with; NaN where there is none
 * @param meanValue mean of the learner's values after it; NaN where it has none
 * @param loss of the last update of a network in it; NaN where there is none
 */
public record TrainingEpisode(EpisodeResult result, double epsilon, double meanValue, double loss) {

  /** An episode without a loss. */
  public TrainingEpisode(EpisodeResult result, double epsilon, double meanValue) {
    this(result, epsilon, meanValue, Double.NaN);
  }
}
