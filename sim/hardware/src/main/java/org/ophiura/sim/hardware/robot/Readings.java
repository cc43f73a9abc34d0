package org.ophiura.sim.hardware.robot;

import java.util.Arrays;

/**
 * The latest measurements of all servos, in the units of their joints; what could not be read keeps
 * its value. Mutable, made once: a link fills it in.
 */
public final class Readings {
  private final double[] positions;
  private final double[] velocities;
  private final double[] loads;
  private final double[] temperatures;
  private final double[] voltages;
  private final int[] ages;
  private final boolean[] errors;

  /** Makes readings of so many servos, of which nothing is known. */
  public Readings(int servos) {
    positions = unknown(servos);
    velocities = unknown(servos);
    loads = unknown(servos);
    temperatures = unknown(servos);
    voltages = unknown(servos);
    ages = new int[servos];
    errors = new boolean[servos];
  }

  private static double[] unknown(int servos) {
    double[] values = new double[servos];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** Whether all servos answered in the latest cycle. */
  public boolean complete() {
    for (int i = 0; i < size(); i++) {
      if (age(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Number of servos. */
  public int size() {
    return positions.length;
  }

  /**
   * A servo has answered.
   *
   * @param position of its joint, rad
   * @param velocity of its joint, rad/s
   * @param load as a part of its greatest, along the joint; NaN if it does not say
   */
  public void answered(int servo, double position, double velocity, double load) {
    positions[servo] = position;
    velocities[servo] = velocity;
    loads[servo] = load;
    ages[servo] = 0;
  }

  /** A servo has not answered in this cycle. */
  public void missed(int servo) {
    ages[servo]++;
  }

  /**
   * What a servo says of itself, when it was asked last.
   *
   * @param celsius its temperature in degrees Celsius; NaN if it does not say
   * @param volts its supply; NaN if it does not say
   * @param error whether it reports an error, has restarted or has stopped by itself
   */
  public void health(int servo, double celsius, double volts, boolean error) {
    temperatures[servo] = celsius;
    voltages[servo] = volts;
    errors[servo] = error;
  }

  /** Angle of a joint, rad. */
  public double position(int servo) {
    return positions[servo];
  }

  /** Velocity of a joint, rad/s. */
  public double velocity(int servo) {
    return velocities[servo];
  }

  /** Load of a servo as a part of its greatest, of either sign. */
  public double load(int servo) {
    return loads[servo];
  }

  /** Temperature of a servo, degrees Celsius. */
  public double temperature(int servo) {
    return temperatures[servo];
  }

  /** Voltage of a servo's supply. */
  public double voltage(int servo) {
    return voltages[servo];
  }

  /** Cycles since a servo answered; 0 if it did in the latest. */
  public int age(int servo) {
    return ages[servo];
  }

  /** Whether a servo reports an error, has restarted or has stopped by itself. */
  public boolean error(int servo) {
    return errors[servo];
  }
}
