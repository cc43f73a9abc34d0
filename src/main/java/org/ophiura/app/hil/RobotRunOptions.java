package org.ophiura.app.hil;

/**
 * How a trial is run on its robot.
 *
 * @param episodes how many
 * @param pauseSeconds between two, with the torque off
 * @param dry whether the robot is only read, with its torque off
 * @param shadow whether a simulation runs beside it even if no state is asked of it
 * @param warmUpSeconds for how long, at most, the controller runs in simulation before it counts,
 *     so that the Java machine has compiled it
 */
public record RobotRunOptions(
    int episodes, double pauseSeconds, boolean dry, boolean shadow, double warmUpSeconds) {}
