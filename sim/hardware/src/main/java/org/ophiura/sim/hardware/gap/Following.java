package org.ophiura.sim.hardware.gap;

import java.util.List;
import java.util.Optional;

/**
 * How a joint follows its commands if they are moved in time to where it follows them best.
 *
 * <p>The delay is where the correlation of measured angles with earlier commands peaks; a parabola
 * through the peak and its neighbours tells it to a part of a tick. It counts from the sending of a
 * command, so that a joint that is there at once has a delay of one tick: it is measured only then.
 * It holds all that makes the joint late: the line, the servo's own time and the lag of mass and
 * friction. Gain and offset are the straight line through the angles against the commands moved by
 * the delay.
 *
 * @param delayTicks from a command to the joint being there
 * @param correlation at the delay, at most 1
 * @param gain angle per commanded angle
 * @param offsetRadians angle at a command of 0
 */
public record Following(double delayTicks, double correlation, double gain, double offsetRadians) {
  /** A joint that moves by less than this (rad) is still, as far as can be told. */
  static final double STILL = 0.003;

  /** Longest delay that is looked for. */
  private static final double LONGEST_SECONDS = 0.5;

  private static final int FEWEST_SAMPLES = 20;

  /** Peaks this much lower than the highest may be the first of a signal that repeats itself. */
  private static final double AS_HIGH = 0.01;

  private static final double VALLEY = 0.1;

  /** Looks for the delay; empty if the joint is still, or follows later than can be told. */
  public static Optional<Following> of(List<Stretch> stretches, int joint, double periodSeconds) {
    int longest = Math.max(3, (int) Math.ceil(LONGEST_SECONDS / periodSeconds));
    double[] correlations = new double[longest + 1];
    for (int lag = 0; lag <= longest; lag++) {
      correlations[lag] = correlation(stretches, joint, lag);
    }
    int peak = peak(correlations);
    if (peak < 0 || peak == longest) {
      return Optional.empty();
    }
    double delay = peak == 0 ? 0 : peak + vertex(correlations, peak);
    LeastSquares line = new LeastSquares(2);
    int skipped = (int) Math.ceil(delay);
    double[] row = {0, 1};
    for (Stretch stretch : stretches) {
      for (int tick = skipped; tick < stretch.ticks(); tick++) {
        row[0] = stretch.commandAt(joint, tick - delay);
        line.add(stretch.position(joint, tick), row);
      }
    }
    return line.fit()
        .map(fit -> new Following(delay, correlations[peak], fit.value(0), fit.value(1)));
  }

  /**
   * Pearson's correlation of the angles with the commands {@code lag} ticks before; NaN if still.
   */
  private static double correlation(List<Stretch> stretches, int joint, int lag) {
    int count = 0;
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (Stretch stretch : stretches) {
      for (int tick = lag; tick < stretch.ticks(); tick++) {
        double command = stretch.command(joint, tick - lag);
        double angle = stretch.position(joint, tick);
        if (Double.isFinite(command + angle)) {
          count++;
          x += command;
          y += angle;
          xx += command * command;
          yy += angle * angle;
          xy += command * angle;
        }
      }
    }
    if (count < FEWEST_SAMPLES) {
      return Double.NaN;
    }
    double commands = xx / count - x / count * (x / count);
    double angles = yy / count - y / count * (y / count);
    if (commands < STILL * STILL || angles < STILL * STILL) {
      return Double.NaN;
    }
    return (xy / count - x / count * (y / count)) / Math.sqrt(commands * angles);
  }

  /** The first peak that is as high as any, for a gait repeats itself; -1 without one. */
  private static int peak(double[] correlations) {
    int highest = 0;
    for (int lag = 1; lag < correlations.length; lag++) {
      if (correlations[lag] > correlations[highest]) {
        highest = lag;
      }
    }
    if (!(correlations[highest] > 0)) {
      return -1;
    }
    int first = 0;
    for (int lag = 1; lag <= highest; lag++) {
      if (correlations[lag] > correlations[first]) {
        first = lag;
      } else if (correlations[first] >= correlations[highest] - AS_HIGH
          && correlations[lag] < correlations[first] - VALLEY) {
        return first;
      }
    }
    return first;
  }

  /**
   * Where the parabola through three neighbours has its vertex, from the middle one: -0.5 to 0.5.
   */
  private static double vertex(double[] values, int middle) {
    double before = values[middle - 1];
    double after = values[middle + 1];
    double bend = before - 2 * values[middle] + after;
    return bend < 0 ? Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend))) : 0;
  }
}
