package org.ophiura.app.study;

import org.ophiura.app.statistics.Estimate;

/**
 * A figure of many episodes.
 *
 * @param estimate its value and interval
 * @param episodes that it is of, or pairs of episodes
 * @param seeds that at least one of them belongs to
 */
public record Figure(Estimate estimate, int episodes, int seeds) {}
