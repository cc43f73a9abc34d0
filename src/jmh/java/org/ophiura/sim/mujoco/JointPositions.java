package org.ophiura.sim.mujoco;

import org.ophiura.mujoco.mjData;

/**
 * Reads MuJoCo's {@code qpos} behind a plant, which no observation shows whole. Lives in this
 * package because nothing outside of it may see the struct.
 */
public final class JointPositions {
  private JointPositions() {}

  /** A copy of all joint positions, the free joint's included. */
  public static double[] of(MujocoPlant plant) {
    mjData data = plant.struct();
    double[] positions = new double[Math.toIntExact(plant.model().struct().nq())];
    data.qpos().get(positions);
    return positions;
  }
}
