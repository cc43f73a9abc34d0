/**
 * The contract of a reinforcement-learning problem: an environment with discrete actions, the space
 * of its observations, and the exact model of those that have one. The semantics are Gymnasium's.
 *
 * <p>No problem and no algorithm lives here.
 */
@NullMarked
package org.ophiura.sim.environment;

import org.jspecify.annotations.NullMarked;
