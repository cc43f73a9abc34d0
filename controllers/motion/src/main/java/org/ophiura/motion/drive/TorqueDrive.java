package org.ophiura.motion.drive;

import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/** Commands motors on the joints to the torques of a {@link ProportionalDerivative}. */
final class TorqueDrive implements JointDrive {
  private final ProportionalDerivative law;
  private final Motor[] motors;

  TorqueDrive(ArmActuators actuators, DriveSettings settings) {
    law = actuators.law(settings);
    motors = actuators.motors(actuators.ofJoints());
  }

  @Override
  public int size() {
    return motors.length;
  }

  @Override
  public void apply(double[] targets, PlantState state, JointCommand out) {
    for (int k = 0; k < motors.length; k++) {
      motors[k].exert(law.torque(k, targets[k], state), out);
    }
  }
}
