/**
 * The recipe by which JavaCPP makes the binding of MuJoCo: which headers are read, how C names map
 * to Java, which library is linked. The binding itself is generated into {@code org.ophiura.mujoco}
 * at build time and never kept. No logic lives here, and nothing that knows a robot.
 */
@NullMarked
package org.ophiura.mujoco.preset;

import org.jspecify.annotations.NullMarked;
