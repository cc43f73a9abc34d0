package org.ophiura.sim.hardware.limit;

/**
 * What the commands of one actuator are held to. What is not limited is infinite.
 *
 * @param actuator its name
 * @param kind what its command means
 * @param lower least command, in the actuator's unit
 * @param upper greatest command
 * @param velocity greatest speed of a target; of a joint with a motor: the speed beyond which the
 *     motor may not drive it further
 * @param acceleration greatest change of that speed in a second
 * @param step greatest difference of a command from the one before
 * @param error greatest difference of a target from the measured position: what the effort allows
 * @param joint range and measurements of the joint
 */
public record ActuatorLimits(
    String actuator,
    CommandKind kind,
    double lower,
    double upper,
    double velocity,
    double acceleration,
    double step,
    double error,
    Joint joint) {

  /**
   * The joint or tendon that an actuator drives.
   *
   * @param lower lower end of its range; negative infinity where unlimited
   * @param upper upper end of its range
   * @param direction 1 where a greater command moves or pushes it towards the upper end, else -1
   * @param positionIndex where the state has its position; {@link #NOT_MEASURED} if nowhere
   * @param velocityIndex where the state has its velocity; {@link #NOT_MEASURED} if nowhere
   */
  public record Joint(
      double lower, double upper, double direction, int positionIndex, int velocityIndex) {
    /** The index of what the robot does not measure. */
    public static final int NOT_MEASURED = -1;

    /** Whether its position is measured. */
    public boolean measured() {
      return positionIndex != NOT_MEASURED;
    }
  }
}
