/**
 * Robots simulated by MuJoCo: compiled models, and the plants that step them. The only code that
 * sees the binding. A {@link org.ophiura.sim.mujoco.MujocoModel} is compiled once and shared; each
 * {@link org.ophiura.sim.mujoco.MujocoPlant} has a simulation of its own. How a robot is built,
 * controlled or rewarded belongs elsewhere.
 */
@NullMarked
package org.ophiura.sim.mujoco;

import org.jspecify.annotations.NullMarked;
