package org.ophiura.sim.hardware.gap;

import java.util.List;

/**
 * How well a joint follows its commands as they are: the measured angle against the command that
 * was in force when it was measured, which is that of the tick before.
 *
 * @param samples measurements that were compared
 * @param rmsRadians root-mean-square of the differences; NaN without samples
 * @param greatestRadians greatest difference
 */
public record Tracking(int samples, double rmsRadians, double greatestRadians) {

  /** Compares one joint over all stretches. */
  public static Tracking of(List<Stretch> stretches, int joint) {
    int samples = 0;
    double squares = 0;
    double greatest = 0;
    for (Stretch stretch : stretches) {
      for (int tick = 1; tick < stretch.ticks(); tick++) {
        double error = stretch.position(joint, tick) - stretch.command(joint, tick - 1);
        if (Double.isFinite(error)) {
          samples++;
          squares += error * error;
          greatest = Math.max(greatest, Math.abs(error));
        }
      }
    }
    return new Tracking(
        samples,
        samples == 0 ? Double.NaN : Math.sqrt(squares / samples),
        samples == 0 ? Double.NaN : greatest);
  }
}
