package org.ophiura.motion.drive;

import org.ophiura.sim.PlantState;

/** The torque that pulls a joint to its target as a spring and a damper would. */
final class ProportionalDerivative {
  private final double stiffness;
  private final double damping;
  private final int[] positions;
  private final int[] velocities;

  /**
   * Makes the law of some joints.
   *
   * @param positions where in the flat observation vector the joints' angles stand
   * @param velocities where their velocities stand
   */
  ProportionalDerivative(DriveSettings settings, int[] positions, int[] velocities) {
    stiffness = settings.stiffness();
    damping = settings.damping();
    this.positions = positions;
    this.velocities = velocities;
  }

  /** Torque on joint k, N m. */
  double torque(int k, double targetRadians, PlantState state) {
    return stiffness * (targetRadians - state.get(positions[k]))
        - damping * state.get(velocities[k]);
  }
}
