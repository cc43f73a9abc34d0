package org.ophiura.app.trial;

import org.ophiura.sim.CycleStatus;

/**
 * What came of one episode.
 *
 * @param kind what it was run for
 * @param episode its number among those of its kind, from 0
 * @param totalReward undiscounted sum of the rewards of its control steps
 * @param steps control steps that it lasted
 * @param seconds the same in seconds of the plant's clock
 * @param succeeded whether it reached the task's aim
 * @param status {@link CycleStatus#OK}, or what ended it early
 * @param decisions the visits of states and choices of actions
 */
public record EpisodeResult(
    EpisodeKind kind,
    int episode,
    double totalReward,
    int steps,
    double seconds,
    boolean succeeded,
    CycleStatus status,
    DecisionCount decisions) {}
