package org.ophiura.app.controller.excitation;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** Settings of {@link FrequencySweep}. */
public record FrequencySweepSettings(
    @Setting(
            value = "Frequency at which it starts (own choice).",
            unit = "Hz",
            defaultValue = "0.3",
            min = 0,
            exclusiveMin = true,
            max = 50)
        double lowestFrequency,
    @Setting(
            value =
                "Frequency to which it rises (own choice: beyond that of a gait, below that of a"
                    + " servo).",
            unit = "Hz",
            defaultValue = "2.4",
            min = 0,
            exclusiveMin = true,
            max = 50)
        double highestFrequency,
    @Setting(
            value = "How long it rises, and as long it falls again (own choice).",
            unit = "s",
            defaultValue = "10",
            min = 0,
            exclusiveMin = true)
        double duration,
    @Setting(
            value =
                "How far each actuator goes from the middle of its range, as a part of the way to"
                    + " its ends (own choice).",
            defaultValue = "0.25",
            min = 0,
            exclusiveMin = true,
            max = 1)
        double amplitude,
    @Setting(
            value = "By how much each actuator is ahead of the one before (own choice).",
            unit = "rad",
            defaultValue = "1.3")
        double lag) {

  /** Checks the limits. */
  public FrequencySweepSettings {
    Settings.check(
        FrequencySweepSettings.class, lowestFrequency, highestFrequency, duration, amplitude, lag);
    if (highestFrequency < lowestFrequency) {
      throw new SettingException(
          "highest-frequency",
          "must be >= lowest-frequency, got " + highestFrequency + " below " + lowestFrequency);
    }
  }
}
