package org.ophiura.sim;

import java.util.Arrays;

/** A named part of the flat observation vector, with its bounds. Immutable. */
public final class ObservationSpec {
  private final String name;
  private final int offset;
  private final double[] lower;
  private final double[] upper;
  private final String unit;

  /**
   * Describes an observation.
   *
   * @param name such as {@code joint_position}
   * @param offset index of its first element in the flat vector
   * @param lower least value of each element; copied
   * @param upper greatest value of each element, as many; copied
   * @param unit unit of its elements, such as {@code rad/s}; empty for a pure number
   */
  public ObservationSpec(String name, int offset, double[] lower, double[] upper, String unit) {
    if (lower.length != upper.length) {
      throw new IllegalArgumentException(
          name + ": " + lower.length + " lower bounds but " + upper.length + " upper bounds");
    }
    this.name = name;
    this.offset = offset;
    this.lower = lower.clone();
    this.upper = upper.clone();
    this.unit = unit;
  }

  /** Describes an observation whose elements all have the same bounds. */
  public static ObservationSpec uniform(
      String name, int offset, int size, double lower, double upper, String unit) {
    double[] lowers = new double[size];
    double[] uppers = new double[size];
    Arrays.fill(lowers, lower);
    Arrays.fill(uppers, upper);
    return new ObservationSpec(name, offset, lowers, uppers, unit);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  /** Index of its first element in the flat observation vector. */
  public int offset() {
    return offset;
  }

  /** Number of its elements. */
  public int size() {
    return lower.length;
  }

  /** Least value of an element. */
  public double lower(int element) {
    return lower[element];
  }

  /** Greatest value of an element. */
  public double upper(int element) {
    return upper[element];
  }

  /** Unit of its elements; empty for a pure number. */
  public String unit() {
    return unit;
  }

  @Override
  public String toString() {
    return name + "[" + size() + "] at " + offset;
  }
}
