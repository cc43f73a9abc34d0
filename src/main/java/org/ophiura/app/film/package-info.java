/**
 * Pictures and films of episodes: which moments are drawn, and how they become files.
 *
 * <p>How a robot is drawn is the business of {@code org.ophiura.sim.mujoco.draw}.
 */
@NullMarked
package org.ophiura.app.film;

import org.jspecify.annotations.NullMarked;
