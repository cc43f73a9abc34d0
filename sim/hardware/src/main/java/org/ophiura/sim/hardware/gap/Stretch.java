package org.ophiura.sim.hardware.gap;

import java.util.Arrays;

/**
 * Consecutive ticks of a driven robot, a fixed period apart, without a gap. In each tick the joints
 * are measured first and commanded then. Immutable.
 */
public final class Stretch {
  /** Where in the numbers of a joint in a tick the command stands. */
  static final int COMMAND = 0;

  /** Where the angle stands. */
  static final int POSITION = 1;

  /** Where the velocity stands. */
  static final int VELOCITY = 2;

  /** Where the load stands. */
  static final int LOAD = 3;

  private static final int VALUES = 4;

  private final int joints;
  private final double[] rows;

  /**
   * Takes over rows of numbers: for each tick, for each joint its command, angle, velocity and
   * load; NaN where one was not measured.
   */
  Stretch(int joints, double[] rows) {
    this.joints = joints;
    this.rows = rows;
  }

  /** Numbers of a tick. */
  static int width(int joints) {
    return VALUES * joints;
  }

  /** Where a value stands in the row of a tick. */
  static int index(int joint, int value) {
    return VALUES * joint + value;
  }

  /** Number of ticks. */
  public int ticks() {
    return rows.length / width(joints);
  }

  /** Number of joints. */
  public int joints() {
    return joints;
  }

  /** The angle that was sent in a tick, after the measurements (rad). */
  public double command(int joint, int tick) {
    return get(joint, tick, COMMAND);
  }

  /** The angle that was measured in a tick (rad); NaN if none was. */
  public double position(int joint, int tick) {
    return get(joint, tick, POSITION);
  }

  /** The velocity that was measured in a tick (rad/s); NaN if none was. */
  public double velocity(int joint, int tick) {
    return get(joint, tick, VELOCITY);
  }

  /** What the servo gave in a tick, as a part of the most that it can; NaN if it did not say. */
  public double load(int joint, int tick) {
    return get(joint, tick, LOAD);
  }

  private double get(int joint, int tick, int value) {
    return rows[tick * width(joints) + index(joint, value)];
  }

  /** The ticks from {@code from} to {@code to} (exclusive). */
  public Stretch part(int from, int to) {
    return new Stretch(joints, Arrays.copyOfRange(rows, from * width(joints), to * width(joints)));
  }

  /** The angle that was commanded at a time between ticks, which is counted in ticks (rad). */
  double commandAt(int joint, double time) {
    int before = (int) Math.floor(time);
    double share = time - before;
    double first = command(joint, before);
    return share == 0 ? first : first + share * (command(joint, before + 1) - first);
  }
}
