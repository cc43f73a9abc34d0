package org.ophiura.sim.hardware.gap;

import java.util.List;
import java.util.Optional;

/**
 * What a joint's motion costs its servo, from the load that the servo reports.
 *
 * <p>The load is fitted by least squares as a sum: viscous friction times velocity, Coulomb
 * friction times the velocity's sign, inertia times acceleration (half the difference of the
 * velocities of the neighbouring ticks), a spring or the like times the angle, and a constant, for
 * gravity. The load is measured just before a new command is in force, the acceleration over the
 * ticks before and after: so half of what the new command adds to the load counts, which the
 * servo's stiffness tells. Ticks in which the joint hardly moves are left out, for there the sign
 * tells nothing, and those at 95 % of the greatest load or more. Gravity that depends on other
 * joints is left over and makes the figures less sure; their standard errors say how sure they are.
 *
 * <p>All are parts of the servo's greatest load, for servos report nothing else.
 *
 * @param coulomb load that a slow motion takes, of either direction
 * @param viscous further load for each rad/s
 * @param inertia load for each rad/s²
 * @param coulombError standard error
 * @param viscousError standard error
 */
public record Friction(
    double coulomb, double viscous, double inertia, double coulombError, double viscousError) {
  private static final double GREATEST_LOAD = 0.95;
  private static final double LEAST_VELOCITY = 0.05;
  private static final int VISCOUS = 0;
  private static final int COULOMB = 1;
  private static final int INERTIA = 2;
  private static final int SPRING = 3;
  private static final int CONSTANT = 4;
  private static final int UNKNOWNS = 5;

  /**
   * Fits.
   *
   * @param servo its stiffness, and how late it is
   * @return empty if the load was not read, or the joint moved too little
   */
  public static Optional<Friction> of(
      List<Stretch> stretches, int joint, double periodSeconds, Play servo) {
    if (!servo.fromLoad()) {
      return Optional.empty();
    }
    int age = servo.commandAgeTicks();
    LeastSquares fit = new LeastSquares(UNKNOWNS);
    double[] row = new double[UNKNOWNS];
    row[CONSTANT] = 1;
    for (Stretch stretch : stretches) {
      for (int tick = age; tick < stretch.ticks() - 1; tick++) {
        double velocity = stretch.velocity(joint, tick);
        double load = stretch.load(joint, tick);
        if (Math.abs(velocity) > LEAST_VELOCITY && Math.abs(load) < GREATEST_LOAD) {
          row[VISCOUS] = velocity;
          row[COULOMB] = Math.signum(velocity);
          row[INERTIA] = Play.acceleration(stretch, joint, tick, periodSeconds);
          row[SPRING] = stretch.position(joint, tick);
          double added =
              stretch.command(joint, tick - age + 1) - stretch.command(joint, tick - age);
          fit.add(load + servo.stiffness() * added / 2, row);
        }
      }
    }
    return fit.fit()
        .map(
            found ->
                new Friction(
                    found.value(COULOMB),
                    found.value(VISCOUS),
                    found.value(INERTIA),
                    found.error(COULOMB),
                    found.error(VISCOUS)));
  }
}
