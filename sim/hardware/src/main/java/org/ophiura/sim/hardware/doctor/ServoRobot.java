package org.ophiura.sim.hardware.doctor;

import java.util.List;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.hardware.servo.BusSettings;
import org.ophiura.sim.hardware.servo.ServoJoint;

/**
 * The robot that is looked over, as its settings say that it is.
 *
 * @param port of its bus, such as {@code /dev/ttyUSB0}
 * @param bus how its servos are talked to
 * @param joints its servos
 * @param layout the robot as its model has it
 * @param controlPeriodSeconds time between two commands
 * @param watchdogSeconds after how long of silence its servos are to stop by themselves
 * @param safety what commands are held to
 */
public record ServoRobot(
    String port,
    BusSettings bus,
    List<ServoJoint> joints,
    RobotLayout layout,
    double controlPeriodSeconds,
    double watchdogSeconds,
    SafetySettings safety) {
  /** Keeps a copy of the joints. */
  public ServoRobot {
    joints = List.copyOf(joints);
  }
}
