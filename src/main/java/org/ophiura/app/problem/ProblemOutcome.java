package org.ophiura.app.problem;

import org.ophiura.app.trial.TrialOutcome;
import org.ophiura.learning.method.Method;

/**
 * What came of a problem.
 *
 * @param numbers of training and evaluation
 * @param iterations that were trained
 * @param method acts as the policy that was judged
 */
public record ProblemOutcome(TrialOutcome numbers, int iterations, Method method) {}
