package org.ophiura.app.trial;

import java.util.Optional;
import org.ophiura.learning.Learner;

/**
 * What came of a trial.
 *
 * @param training the training, if the policy learned
 * @param learner what has learned in it; empty for the methods of environments
 * @param evaluation the final evaluation; without episodes if the user interrupted before
 * @param evaluationWallSeconds how long the evaluation took by the wall clock
 * @param interrupted whether the user ended it early, so that episodes are missing
 */
public record TrialOutcome(
    Optional<Training> training,
    Optional<Learner> learner,
    Evaluation evaluation,
    double evaluationWallSeconds,
    boolean interrupted) {}
