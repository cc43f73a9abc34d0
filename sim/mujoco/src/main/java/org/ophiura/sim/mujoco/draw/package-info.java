/**
 * Pictures of simulated robots by MuJoCo's own renderer, without a display.
 *
 * <p>What is drawn is a copy of the simulation: nothing here writes into a model or into the data
 * of a plant, so drawing never changes a run's numbers. Films and files are the business of others.
 */
@NullMarked
package org.ophiura.sim.mujoco.draw;

import org.jspecify.annotations.NullMarked;
