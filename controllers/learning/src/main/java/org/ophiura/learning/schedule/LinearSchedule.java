package org.ophiura.learning.schedule;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** Goes in a straight line from one number to another, and stays there. */
public record LinearSchedule(
    @Setting(
            value =
                "Probability in the first episode. Source: the directed-locomotion tutorial, whose"
                    + " epsilon falls from 0.8 to 0.05 in 75 of 100 episodes.",
            defaultValue = "0.8",
            min = 0,
            max = 1)
        double from,
    @Setting(
            value = "Probability at the end of the line. Source: as for from.",
            defaultValue = "0.05",
            min = 0,
            max = 1)
        double to,
    @Setting(
            value = "Fraction of the planned episodes that the line takes. Source: as for from.",
            defaultValue = "0.75",
            min = 0,
            max = 1,
            exclusiveMin = true)
        double overFraction)
    implements Schedule {
  /** Checks the limits. */
  public LinearSchedule {
    Settings.check(LinearSchedule.class, from, to, overFraction);
  }

  @Override
  public double at(int episode, int episodes) {
    double progress = episode / (overFraction * episodes);
    return progress < 1 ? from + (to - from) * progress : to;
  }
}
