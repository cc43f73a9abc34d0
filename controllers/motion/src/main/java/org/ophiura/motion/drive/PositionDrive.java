package org.ophiura.motion.drive;

import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/** Passes target angles on to servos, as they are. */
final class PositionDrive implements JointDrive {
  private final int[] servos;

  PositionDrive(ArmActuators actuators) {
    servos = actuators.ofJoints();
  }

  @Override
  public int size() {
    return servos.length;
  }

  @Override
  public void apply(double[] targets, PlantState state, JointCommand out) {
    for (int k = 0; k < servos.length; k++) {
      out.set(servos[k], targets[k]);
    }
  }
}
