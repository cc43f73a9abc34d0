package org.ophiura.motion.gait;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/**
 * Settings of {@link TwoArmGait}, with the defaults of source notebook 000.
 *
 * @param jointLimitFraction amplitude as a fraction of the joint limit of each plane
 * @param angularFrequency of all oscillators, rad/s
 */
public record TwoArmSettings(
    @Setting(
            value =
                "Amplitude as a fraction of the joint limit of each plane. Source notebook 000"
                    + " stops before it chooses amplitudes: the full limit.",
            defaultValue = "1",
            min = 0,
            exclusiveMin = true,
            max = 1)
        double jointLimitFraction,
    @Setting(
            value = "Angular frequency of the strokes. 2 pi in source notebook 000.",
            unit = "rad/s",
            defaultValue = "6.283185307179586",
            min = 0,
            exclusiveMin = true)
        double angularFrequency) {

  /** All defaults. */
  public static final TwoArmSettings DEFAULT = new TwoArmSettings(1, 6.283185307179586);

  /** Checks the limits. */
  public TwoArmSettings {
    Settings.check(TwoArmSettings.class, jointLimitFraction, angularFrequency);
  }
}
