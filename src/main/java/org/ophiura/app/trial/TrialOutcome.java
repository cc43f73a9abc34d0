package org.ophiura.app.trial;

import java.util.Optional;

/**
 * What came of a trial.
 *
 * @param training the training, if the policy learned
 * @param evaluation the final evaluation; without episodes if the user interrupted before
 * @param evaluationWallSeconds how long the evaluation took by the wall clock
 * @param interrupted whether the user ended it early, so that episodes are missing
 */
public record TrialOutcome(
    Optional<Training> training,
    Evaluation evaluation,
    double evaluationWallSeconds,
    boolean interrupted) {}
