/**
 * How trial files choose and describe a plant simulated by MuJoCo: settings records, and the
 * plug-in that makes plants of them. No physics.
 */
@NullMarked
package org.ophiura.sim.mujoco.plugin;

import org.jspecify.annotations.NullMarked;
