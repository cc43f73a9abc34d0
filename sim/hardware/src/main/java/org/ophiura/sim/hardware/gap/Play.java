package org.ophiura.sim.hardware.gap;

import java.util.List;
import java.util.Optional;

/**
 * How far a joint's command can turn around before the joint does, and how stiff the servo holds.
 *
 * <p>A servo's command, some ticks after it was sent, drags a point behind it with play
 * (Krasnosel'skii's play operator, the usual model of backlash); a spring holds the joint to that
 * point. What the spring gives is the load that the servo reports: so ticks, play and spring are
 * those with which (point - angle) is closest to a straight line in the load. Each number of ticks
 * is tried with a row of plays, which is refined around the best one, each with its own
 * least-squares line. Measurements at 95 % of the greatest load or more are left out: there the
 * spring gives no more.
 *
 * <p>Without readings of the load, velocity and acceleration take its place, for they are what the
 * load is for. Coulomb friction then cannot be told from play and is counted as such.
 *
 * @param backlashRadians how far the command turns around before the joint follows
 * @param commandAgeTicks before how many ticks the command was sent that is in force when the joint
 *     is measured: 1 for one that acts at once, n where the dead time is from n - 1 to n ticks
 * @param stiffness load per angle, as a part of the greatest load for each radian; NaN without
 *     readings of the load
 * @param fromLoad whether the load was read
 */
public record Play(
    double backlashRadians, int commandAgeTicks, double stiffness, boolean fromLoad) {
  private static final double GREATEST_LOAD = 0.95;
  private static final double WIDEST = 0.3;
  private static final int STEPS = 12;
  private static final int ROUNDS = 4;
  private static final int SETTLING_TICKS = 10;
  private static final double LEAST_VARIANCE = 1e-6;

  /**
   * Searches.
   *
   * @param delayTicks of the joint as a whole, see {@link Following}: no command in force is older
   * @return empty if there are too few measurements, or none of a motion
   */
  public static Optional<Play> of(
      List<Stretch> stretches, int joint, double periodSeconds, double delayTicks) {
    boolean fromLoad = loadVariance(stretches, joint) > LEAST_VARIANCE;
    Search search = new Search(stretches, joint, periodSeconds, fromLoad);
    for (int age = 1; age <= Math.ceil(Math.max(1, delayTicks)); age++) {
      search.attempt(age);
    }
    return search.bestRms == Double.POSITIVE_INFINITY
        ? Optional.empty()
        : Optional.of(
            new Play(
                search.bestPlay,
                search.bestAge,
                fromLoad ? 1 / search.bestCompliance : Double.NaN,
                fromLoad));
  }

  private static double loadVariance(List<Stretch> stretches, int joint) {
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (Stretch stretch : stretches) {
      for (int tick = 0; tick < stretch.ticks(); tick++) {
        double load = stretch.load(joint, tick);
        if (Double.isFinite(load)) {
          count++;
          sum += load;
          squares += load * load;
        }
      }
    }
    return count == 0 ? 0 : squares / count - sum / count * (sum / count);
  }

  /** The best of all attempts so far. */
  private static final class Search {
    private final List<Stretch> stretches;
    private final int joint;
    private final double periodSeconds;
    private final boolean fromLoad;
    private final LeastSquares line;
    private final double[] row;
    private double bestRms = Double.POSITIVE_INFINITY;
    private int bestAge;
    private double bestPlay;
    private double bestCompliance;

    Search(List<Stretch> stretches, int joint, double periodSeconds, boolean fromLoad) {
      this.stretches = stretches;
      this.joint = joint;
      this.periodSeconds = periodSeconds;
      this.fromLoad = fromLoad;
      row = new double[fromLoad ? 2 : 3];
      line = new LeastSquares(row.length);
      row[row.length - 1] = 1;
    }

    /** Tries a row of plays, and finer ones around the best. */
    void attempt(int age) {
      double low = 0;
      double step = WIDEST / STEPS;
      for (int round = 0; round < ROUNDS; round++) {
        double least = Double.POSITIVE_INFINITY;
        double best = low;
        for (int i = 0; i <= STEPS; i++) {
          double rms = attempt(age, low + i * step);
          if (rms < least) {
            least = rms;
            best = low + i * step;
          }
        }
        low = Math.max(0, best - step);
        step = 2 * step / STEPS;
      }
    }

    private double attempt(int age, double play) {
      line.clear();
      stretches.forEach(stretch -> add(stretch, age, play / 2));
      Optional<LeastSquares.Fit> fit = line.fit();
      if (fit.isEmpty()) {
        return Double.POSITIVE_INFINITY;
      }
      if (fit.get().rms() < bestRms) {
        bestRms = fit.get().rms();
        bestAge = age;
        bestPlay = play;
        bestCompliance = fit.get().value(0);
      }
      return fit.get().rms();
    }

    private void add(Stretch stretch, int age, double slack) {
      double point = stretch.command(joint, 0);
      for (int tick = age; tick < stretch.ticks() - 1; tick++) {
        double command = stretch.command(joint, tick - age);
        point = Math.max(command - slack, Math.min(command + slack, point));
        if (tick >= age + SETTLING_TICKS && fill(stretch, tick)) {
          line.add(point - stretch.position(joint, tick), row);
        }
      }
    }

    private boolean fill(Stretch stretch, int tick) {
      if (fromLoad) {
        row[0] = stretch.load(joint, tick);
        return Math.abs(row[0]) < GREATEST_LOAD;
      }
      row[0] = stretch.velocity(joint, tick);
      row[1] = acceleration(stretch, joint, tick, periodSeconds);
      return true;
    }
  }

  /** By the velocities before and after a tick, which must have both neighbours (rad/s²). */
  static double acceleration(Stretch stretch, int joint, int tick, double periodSeconds) {
    return (stretch.velocity(joint, tick + 1) - stretch.velocity(joint, tick - 1))
        / (2 * periodSeconds);
  }
}
