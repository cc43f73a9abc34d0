package org.ophiura.sim;

import java.util.Arrays;

/**
 * One set-point per actuator, in layout order; its unit is the actuator's ({@link
 * ActuatorSpec#unit()}). Mutable, made once and reused at every tick.
 */
public final class JointCommand {
  private final double[] values;

  /** Makes a command of {@code size} zeros. */
  public JointCommand(int size) {
    values = new double[size];
  }

  /** Makes a command of zeros for all actuators of a robot. */
  public JointCommand(RobotLayout layout) {
    this(layout.actuators().size());
  }

  /** Number of actuators. */
  public int size() {
    return values.length;
  }

  /** Set-point of an actuator. */
  public double get(int actuator) {
    return values[actuator];
  }

  /** Changes the set-point of an actuator. */
  public void set(int actuator, double value) {
    values[actuator] = value;
  }

  /** Gives all actuators the same set-point. */
  public void fill(double value) {
    Arrays.fill(values, value);
  }

  /** Whether no set-point is NaN or infinite. */
  public boolean isFinite() {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
