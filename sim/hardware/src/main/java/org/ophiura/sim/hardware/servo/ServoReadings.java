package org.ophiura.sim.hardware.servo;

import java.util.Arrays;

/**
 * The latest measurements of all servos, in units of their joints; what could not be read keeps its
 * value. Written by {@link ServoBus#read}; made once.
 */
public final class ServoReadings {
  final double[] position;
  final double[] velocity;
  final double[] effort;
  final double[] voltage;
  final double[] temperature;
  final int[] age;
  final int[] hardwareErrors;
  final boolean[] alert;
  final boolean[] torque;
  final boolean[] expired;

  /** Makes readings of so many servos, all NaN. */
  public ServoReadings(int servos) {
    position = unknown(servos);
    velocity = unknown(servos);
    effort = unknown(servos);
    voltage = unknown(servos);
    temperature = unknown(servos);
    age = new int[servos];
    Arrays.fill(age, Integer.MAX_VALUE);
    hardwareErrors = new int[servos];
    alert = new boolean[servos];
    torque = new boolean[servos];
    expired = new boolean[servos];
  }

  private static double[] unknown(int servos) {
    double[] values = new double[servos];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Number of servos. */
  public int size() {
    return position.length;
  }

  /** Angle of the joint (rad). */
  public double position(int servo) {
    return position[servo];
  }

  /** Velocity of the joint (rad/s). */
  public double velocity(int servo) {
    return velocity[servo];
  }

  /** What the motor gives in the direction of the joint, as a fraction of the most that it can. */
  public double effort(int servo) {
    return effort[servo];
  }

  /** Input voltage (V); NaN until it was read for the first time. */
  public double voltage(int servo) {
    return voltage[servo];
  }

  /** Temperature (degrees Celsius); NaN until it was read for the first time. */
  public double temperature(int servo) {
    return temperature[servo];
  }

  /** Cycles since position, velocity and effort were read: 0 if in the latest. */
  public int age(int servo) {
    return age[servo];
  }

  /** Whether the latest answer said that something ails the servo. */
  public boolean alert(int servo) {
    return alert[servo];
  }

  /** What ails it: bits of {@link org.ophiura.sim.hardware.dynamixel.HardwareError}. */
  public int hardwareErrors(int servo) {
    return hardwareErrors[servo];
  }

  /** Whether its torque was on when that was last read; a servo that restarted has it off. */
  public boolean torque(int servo) {
    return torque[servo];
  }

  /** Forgets that bus watchdogs had expired: they have been armed anew. */
  public void forgetExpiredWatchdogs() {
    Arrays.fill(expired, false);
  }

  /** Whether its bus watchdog had expired when that was last read. */
  public boolean watchdogExpired(int servo) {
    return expired[servo];
  }
}
