package org.ophiura.motion.gait;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/**
 * Settings of {@link RowingGait}. The default amplitude and frequency are those with which leading
 * arms are learned best; the notebooks' own values stand with each setting.
 *
 * @param jointLimitFraction amplitude as a fraction of the in-plane joint limit
 * @param angularFrequency of all oscillators, rad/s
 * @param leadingArmBiases whether the leading arm's oscillators are held at an angle to their
 *     neighbours'
 * @param reverse whether the pattern runs backwards, so that the chosen arm trails
 * @param warmUpTicks control ticks of warm-up in each decision
 * @param coolDownTicks control ticks of cool-down in each decision
 */
public record RowingSettings(
    @Setting(
            value =
                "Amplitude of the rowing arms, and lift of the leading arm, as a fraction of the"
                    + " in-plane joint limit. 1 in source notebook 001, 0.25 in the later tutorial.",
            defaultValue = "0.8",
            min = 0,
            exclusiveMin = true,
            max = 1)
        double jointLimitFraction,
    @Setting(
            value =
                "Angular frequency of the strokes; the default is 1.5 pi, 0.75 strokes a second."
                    + " pi in source notebook 001, 2 pi in the later tutorial.",
            unit = "rad/s",
            defaultValue = "4.71238898038469",
            min = 0,
            exclusiveMin = true)
        double angularFrequency,
    @Setting(
            value =
                "Whether the leading arm's oscillators are biased by pi/4 to their neighbours',"
                    + " as in source notebook 001; false in the later tutorial.",
            defaultValue = "true")
        boolean leadingArmBiases,
    @Setting(
            value = "Whether the pattern runs backwards, so that the chosen arm trails.",
            defaultValue = "false")
        boolean reverse,
    @Setting(
            value =
                "First ticks of each decision, in which the generator starts afresh with amplitude"
                    + " 0. 0 in source notebook 001, 5 in the later tutorial.",
            unit = "control ticks",
            defaultValue = "0",
            min = 0)
        int warmUpTicks,
    @Setting(
            value =
                "Last ticks of each decision, in which the amplitude goes to 0. 0 in source"
                    + " notebook 001, 5 in the later tutorial.",
            unit = "control ticks",
            defaultValue = "0",
            min = 0)
        int coolDownTicks) {

  /** All defaults. */
  public static final RowingSettings DEFAULT =
      new RowingSettings(0.8, 4.71238898038469, true, false, 0, 0);

  /** Checks the limits. */
  public RowingSettings {
    Settings.check(
        RowingSettings.class,
        jointLimitFraction,
        angularFrequency,
        leadingArmBiases,
        reverse,
        warmUpTicks,
        coolDownTicks);
  }
}
