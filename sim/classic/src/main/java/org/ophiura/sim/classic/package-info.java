/**
 * The problems that students meet first, with Gymnasium's semantics: FrozenLake, Taxi, CartPole.
 *
 * <p>No learning lives here, and nothing of robots.
 */
@NullMarked
package org.ophiura.sim.classic;

import org.jspecify.annotations.NullMarked;
