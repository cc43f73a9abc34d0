package org.ophiura.motion.drive;

import org.ophiura.motion.cpg.ArmJoint;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/**
 * Turns target angles of the arm joints into set-points of the actuators that a robot has, so that
 * a controller need not know them.
 *
 * <p>For one thread at a time. Allocates nothing after it is made.
 */
public sealed interface JointDrive permits PositionDrive, TorqueDrive, TendonDrive {

  /**
   * Finds the drive that fits a robot: servos that take an angle (rad) or motors that take a torque
   * (N m) on its arm joints, or four motors on the tendons of each segment (N).
   *
   * @throws SettingException of path {@code layout} if the robot lacks arm joints as {@link
   *     ArmJoint#of} says, otherwise of the record as a whole if its actuators are none of these
   */
  static JointDrive of(RobotLayout robot, DriveSettings settings) {
    ArmActuators actuators = new ArmActuators(robot);
    return switch (actuators.kind()) {
      case SERVOS -> new PositionDrive(actuators);
      case MOTORS -> new TorqueDrive(actuators, settings);
      case TENDONS -> new TendonDrive(actuators, settings);
    };
  }

  /** Number of arm joints. */
  int size();

  /**
   * Commands the actuators of the arms. A target or an observation that is not finite leads to a
   * set-point that is not, and so to a fault of the plant.
   *
   * @param targets rad, one per arm joint in the order of {@link ArmJoint#of}. Not modified.
   * @param state of the robot that the drive was made for, live. Not modified.
   * @param out the set-points of arms are modified, all others stay
   */
  void apply(double[] targets, PlantState state, JointCommand out);
}
