package org.ophiura.app.trial;

/**
 * One training episode and the learner after it.
 *
 * @param result the episode
 * @param epsilon exploration rate that it ran with
 * @param meanValue mean of the learner's values after it
 */
public record TrainingEpisode(EpisodeResult result, double epsilon, double meanValue) {}
