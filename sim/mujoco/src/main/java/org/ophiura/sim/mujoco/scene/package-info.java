/**
 * What a simulated robot looks like and where its parts are, in numbers: for those who draw it
 * elsewhere, such as in a web page.
 *
 * <p>Nothing is drawn here, and nothing of a simulation is changed.
 */
@NullMarked
package org.ophiura.sim.mujoco.scene;

import org.jspecify.annotations.NullMarked;
