package org.ophiura.sim.mujoco;

import java.util.List;
import java.util.TreeSet;
import org.ophiura.sim.PlantEvent.Push;
import org.ophiura.sim.TimeLimit;

/**
 * The forces that push a robot in each episode, control step by control step. A push lasts from the
 * first control step that starts at or after its time to the last that starts before its end; those
 * at the same time add up. Immutable; shared between plants.
 */
final class PushSchedule {
  private final int[] ticks;
  private final double[] forces;

  PushSchedule(List<Push> pushes, double controlPeriodSeconds) {
    TreeSet<Integer> changes = new TreeSet<>();
    for (Push push : pushes) {
      changes.add(start(push, controlPeriodSeconds));
      changes.add(end(push, controlPeriodSeconds));
    }
    ticks = changes.stream().mapToInt(Integer::intValue).toArray();
    forces = new double[3 * ticks.length];
    for (int change = 0; change < ticks.length; change++) {
      for (Push push : pushes) {
        if (start(push, controlPeriodSeconds) <= ticks[change]
            && ticks[change] < end(push, controlPeriodSeconds)) {
          forces[3 * change] += push.x();
          forces[3 * change + 1] += push.y();
          forces[3 * change + 2] += push.z();
        }
      }
    }
  }

  private static int start(Push push, double period) {
    return ticks(push.atSeconds(), period);
  }

  private static int end(Push push, double period) {
    return ticks(push.atSeconds() + push.durationSeconds(), period);
  }

  /** The first control step that starts at or after a time, counted from 0. */
  static int ticks(double seconds, double period) {
    return seconds <= 0 ? 0 : TimeLimit.steps(seconds, period);
  }

  /** How often the force changes. */
  int changes() {
    return ticks.length;
  }

  /** The control step, counted from 0, before which it changes. */
  int tick(int change) {
    return ticks[change];
  }

  /**
   * The force from then on, N.
   *
   * @param axis 0 for x, 1 for y, 2 for z
   */
  double force(int change, int axis) {
    return forces[3 * change + axis];
  }
}
