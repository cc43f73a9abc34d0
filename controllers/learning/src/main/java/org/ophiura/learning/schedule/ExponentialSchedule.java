package org.ophiura.learning.schedule;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Goes from one number to another by the same factor in each episode, and stays there. */
public record ExponentialSchedule(
    @Setting(
            value =
                "Probability in the first episode, more than 0. Source: that of the linear"
                    + " schedule.",
            defaultValue = "0.8",
            min = 0,
            max = 1,
            exclusiveMin = true)
        double from,
    @Setting(
            value = "Probability at the end, more than 0. Source: that of the linear schedule.",
            defaultValue = "0.05",
            min = 0,
            max = 1,
            exclusiveMin = true)
        double to,
    @Setting(
            value =
                "Fraction of the planned episodes that the change takes. Source: that of the linear"
                    + " schedule.",
            defaultValue = "0.75",
            min = 0,
            max = 1,
            exclusiveMin = true)
        double overFraction)
    implements Schedule {
  /** Checks the limits. */
  public ExponentialSchedule {
    Settings.check(ExponentialSchedule.class, from, to, overFraction);
  }

  @Override
  public double at(int episode, int episodes) {
    double progress = episode / (overFraction * episodes);
    return progress < 1 ? from * Math.pow(to / from, progress) : to;
  }
}
