/**
 * Reinforcement learning with networks: DQN and its improvements, REINFORCE, and the memories that
 * they learn from.
 *
 * <p>The networks themselves live in {@code network}.
 */
@NullMarked
package org.ophiura.learning.deep;

import org.jspecify.annotations.NullMarked;
