package org.ophiura.motion.drive;

import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/**
 * Pulls the four tendons of each segment so that they put the torques of a {@link
 * ProportionalDerivative} on its two joints, with the moment arms of the present posture. A tendon
 * that would have to pull more than its motor can pulls as much as it can.
 */
final class TendonDrive implements JointDrive {
  private static final int TENDONS = TendonTensions.TENDONS;

  private final ProportionalDerivative law;
  private final TendonTensions tensions = new TendonTensions();

  /** For each segment the places of its two joints among the arm joints. */
  private final int[] inPlane;

  private final int[] outOfPlane;

  /** For each segment four motors, and where in the flat vector the pairs of moment arms stand. */
  private final Motor[] motors;

  private final int[] momentArms;

  TendonDrive(ArmActuators actuators, DriveSettings settings) {
    law = actuators.law(settings);
    inPlane = actuators.inPlane();
    outOfPlane = actuators.outOfPlane();
    motors = actuators.motors(actuators.ofTendons());
    momentArms = actuators.momentArms();
  }

  @Override
  public int size() {
    return 2 * inPlane.length;
  }

  @Override
  public void apply(double[] targets, PlantState state, JointCommand out) {
    for (int segment = 0; segment < inPlane.length; segment++) {
      int first = TENDONS * segment;
      for (int tendon = 0; tendon < TENDONS; tendon++) {
        int address = momentArms[first + tendon];
        tensions.setMomentArms(tendon, state.get(address), state.get(address + 1));
      }
      int in = inPlane[segment];
      int up = outOfPlane[segment];
      double inTorque = law.torque(in, targets[in], state);
      double upTorque = law.torque(up, targets[up], state);
      tensions.solve(inTorque, upTorque);
      for (int tendon = 0; tendon < TENDONS; tendon++) {
        // A tension shortens its tendon, a positive force would lengthen it.
        motors[first + tendon].exert(0 - tensions.tension(tendon), out);
      }
    }
  }
}
