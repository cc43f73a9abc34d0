package org.ophiura.app.trial;

import java.util.List;
import java.util.Optional;

/**
 * How far a trial has got, between two episodes: what it needs to go on to the same end, bit for
 * bit.
 *
 * @param training training episodes of all rounds that are complete
 * @param validations evaluations during training that are complete
 * @param learner the learner after those episodes; empty where nothing is trained
 * @param evaluation the first episodes of the evaluation, without a gap
 * @param trainingSeconds spent on training by the wall clock
 * @param evaluationSeconds spent on the evaluation by the wall clock
 */
public record TrialState(
    List<TrainingEpisode> training,
    List<Evaluation> validations,
    Optional<SavedLearner> learner,
    List<EpisodeResult> evaluation,
    double trainingSeconds,
    double evaluationSeconds) {
  /** Nothing has run. */
  public static final TrialState BEGINNING =
      new TrialState(List.of(), List.of(), Optional.empty(), List.of(), 0, 0);

  /** Keeps copies of the lists. */
  public TrialState {
    training = List.copyOf(training);
    validations = List.copyOf(validations);
    evaluation = List.copyOf(evaluation);
  }
}
