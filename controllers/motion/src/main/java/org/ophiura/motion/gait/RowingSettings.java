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
 * @param segmentLag phase lag of each segment behind the one before it, rad
 * @param taper amplitude of each segment as a factor of that of the one before it
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
        int coolDownTicks,
    @Setting(
            value =
                "Phase lag of each segment behind the one nearer the disk, so that a wave travels"
                    + " along the arm to its tip; below 0, to the disk. Other than 0 needs the"
                    + " layout per-joint. The source notebooks move each arm as a whole.",
            unit = "rad",
            defaultValue = "0",
            min = -Math.PI,
            max = Math.PI)
        double segmentLag,
    @Setting(
            value =
                "Amplitude of each segment as a factor of that of the one nearer the disk. Other"
                    + " than 1 needs the layout per-joint.",
            defaultValue = "1",
            min = 0,
            exclusiveMin = true)
        double taper) {

  /** All defaults. */
  public static final RowingSettings DEFAULT =
      new RowingSettings(0.8, 4.71238898038469, true, false, 0, 0);

  /** Settings of arms that row as a whole, without lag or taper. */
  public RowingSettings(
      double jointLimitFraction,
      double angularFrequency,
      boolean leadingArmBiases,
      boolean reverse,
      int warmUpTicks,
      int coolDownTicks) {
    this(
        jointLimitFraction,
        angularFrequency,
        leadingArmBiases,
        reverse,
        warmUpTicks,
        coolDownTicks,
        0,
        1);
  }

  /** Checks the limits. */
  public RowingSettings {
    Settings.check(
        RowingSettings.class,
        jointLimitFraction,
        angularFrequency,
        leadingArmBiases,
        reverse,
        warmUpTicks,
        coolDownTicks,
        segmentLag,
        taper);
  }
}
