package org.ophiura.learning.schedule;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** The same number in all episodes. */
public record ConstantSchedule(
    @Setting(
            value =
                "Probability in all episodes. Source: the first Q-learning notebook's epsilon of"
                    + " 0.3.",
            defaultValue = "0.3",
            min = 0,
            max = 1)
        double value)
    implements Schedule {
  /** Checks the limits. */
  public ConstantSchedule {
    Settings.check(ConstantSchedule.class, value);
  }

  @Override
  public double at(int episode, int episodes) {
    return value;
  }
}
