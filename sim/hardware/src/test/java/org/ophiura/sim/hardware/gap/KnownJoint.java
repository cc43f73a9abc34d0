package org.ophiura.sim.hardware.gap;

import java.util.function.DoubleUnaryOperator;

/**
 * A joint whose every property is known, simulated in short steps: a servo's goal arrives late and
 * with play, a spring of limited torque pulls the joint to it, and mass and friction hold it back.
 * Torques are parts of the servo's greatest.
 *
 * @param deadSeconds from the sending of a command to the servo's answer in force
 * @param play how far the goal turns around before the spring moves, rad
 * @param stiffness torque per rad
 * @param viscous torque per rad/s
 * @param coulomb torque against any motion
 * @param inertia torque per rad/s²
 * @param measuredLoad whether the servo says what it gives
 */
record KnownJoint(
    double deadSeconds,
    double play,
    double stiffness,
    double viscous,
    double coulomb,
    double inertia,
    boolean measuredLoad) {
  static final double PERIOD = 0.02;

  /** Resolution of a servo's position: 4096 ticks per turn. */
  static final double RESOLUTION = 2 * Math.PI / 4096;

  private static final int STEPS = 200;
  private static final double VELOCITY_UNIT = 0.229 * 2 * Math.PI / 60;
  private static final double LOAD_UNIT = 0.001;

  /** A joint like a light arm: swings at 20 rad/s, damped by a half. */
  static KnownJoint swift() {
    return new KnownJoint(0, 0, 4, 0.2, 0, 0.01, true);
  }

  KnownJoint withDeadSeconds(double seconds) {
    return new KnownJoint(seconds, play, stiffness, viscous, coulomb, inertia, measuredLoad);
  }

  KnownJoint withPlay(double newPlay) {
    return new KnownJoint(deadSeconds, newPlay, stiffness, viscous, coulomb, inertia, measuredLoad);
  }

  KnownJoint withFriction(double newCoulomb, double newViscous) {
    return new KnownJoint(
        deadSeconds, play, stiffness, newViscous, newCoulomb, inertia, measuredLoad);
  }

  KnownJoint withoutLoad() {
    return new KnownJoint(deadSeconds, play, stiffness, viscous, coulomb, inertia, false);
  }

  /** What is measured while commands are sent; {@code commands} is asked for each tick's time. */
  Stretch follow(DoubleUnaryOperator commands, int ticks) {
    double[] rows = new double[ticks * Stretch.width(1)];
    double step = PERIOD / STEPS;
    double position = commands.applyAsDouble(0);
    double velocity = 0;
    double goal = position;
    double torque = 0;
    for (int tick = 0; tick < ticks; tick++) {
      int row = tick * Stretch.width(1);
      rows[row + Stretch.index(0, Stretch.COMMAND)] = commands.applyAsDouble(tick * PERIOD);
      rows[row + Stretch.index(0, Stretch.POSITION)] = rounded(position, RESOLUTION);
      rows[row + Stretch.index(0, Stretch.VELOCITY)] = rounded(velocity, VELOCITY_UNIT);
      rows[row + Stretch.index(0, Stretch.LOAD)] =
          measuredLoad ? rounded(torque, LOAD_UNIT) : Double.NaN;
      for (int i = 0; i < STEPS; i++) {
        double sent = Math.floor(tick + (double) i / STEPS - deadSeconds / PERIOD + 1e-9);
        double command = commands.applyAsDouble(Math.max(0, sent) * PERIOD);
        goal = Math.max(command - play / 2, Math.min(command + play / 2, goal));
        torque = Math.max(-1, Math.min(1, stiffness * (goal - position)));
        velocity += step / inertia * (torque - viscous * velocity);
        double slowed = Math.abs(velocity) - step / inertia * coulomb;
        velocity = Math.signum(velocity) * Math.max(0, slowed);
        position += step * velocity;
      }
    }
    return new Stretch(1, rows);
  }

  private static double rounded(double value, double unit) {
    return unit * Math.rint(value / unit);
  }

  /** A gait with a little of everything: two sines that do not repeat together. */
  static double gait(double seconds) {
    return 0.3 * Math.sin(2 * Math.PI * 0.7 * seconds)
        + 0.15 * Math.sin(2 * Math.PI * 1.13 * seconds);
  }
}
