package org.ophiura.motion.gait;

import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/**
 * Settings of {@link UndulationGait}. The defaults were found by a search in simulation;
 * docs/gaits.md has what they reach.
 *
 * @param jointLimitFraction amplitude in the plane as a fraction of the in-plane joint limit
 * @param outOfPlaneFraction amplitude out of the plane as a fraction of that plane's joint limit
 * @param angularFrequency of all oscillators, rad/s
 * @param segmentLag phase lag of each segment behind the one before it, rad
 * @param taper amplitude of each segment as a factor of that of the one before it
 * @param spread by which the pushing arms bend apart, as a fraction of the in-plane joint limit
 * @param sideArms what the two arms beside the leading one do
 * @param sideArmBend by which resting side arms bend back, as a fraction of the in-plane joint
 *     limit
 * @param lift of the leading arm, as a fraction of the out-of-plane joint limit
 * @param warmUpTicks control ticks of warm-up in each decision
 * @param coolDownTicks control ticks of cool-down in each decision
 */
public record UndulationSettings(
    @Setting(
            value =
                "Amplitude of the pushing arms in the plane, as a fraction of the in-plane joint"
                    + " limit. Default by search.",
            defaultValue = "0.8",
            min = 0,
            exclusiveMin = true,
            max = 1)
        double jointLimitFraction,
    @Setting(
            value =
                "Amplitude of the pushing arms out of the plane, as a fraction of that plane's"
                    + " joint limit: lifts each segment on its way forwards. 0 undulates in the"
                    + " plane alone. Default by search.",
            defaultValue = "0.9",
            min = 0,
            max = 1)
        double outOfPlaneFraction,
    @Setting(
            value = "Angular frequency of the waves. Default by search.",
            unit = "rad/s",
            defaultValue = "4",
            min = 0,
            exclusiveMin = true)
        double angularFrequency,
    @Setting(
            value =
                "Phase lag of each segment behind the one nearer the disk, so that the wave travels"
                    + " to the tip; below 0, to the disk. Default by search.",
            unit = "rad",
            defaultValue = "0.6",
            min = -Math.PI,
            max = Math.PI)
        double segmentLag,
    @Setting(
            value = "Amplitude of each segment as a factor of that of the one nearer the disk.",
            defaultValue = "1",
            min = 0,
            exclusiveMin = true)
        double taper,
    @Setting(
            value =
                "How far each joint of the pushing arms is bent away from the other pushing arm, as"
                    + " a fraction of the in-plane joint limit; the wave is about this. Default by"
                    + " search.",
            defaultValue = "0.2",
            min = -1,
            max = 1)
        double spread,
    @Setting(
            value =
                "What the two arms beside the leading one do: rest, or push as the two opposite"
                    + " ones do. Default by search.",
            defaultValue = "push")
        SideArms sideArms,
    @Setting(
            value =
                "How far each joint of resting side arms is bent backwards, as a fraction of the"
                    + " in-plane joint limit. Default by search.",
            defaultValue = "0.9",
            min = -1,
            max = 1)
        double sideArmBend,
    @Setting(
            value =
                "Lift of each joint of the leading arm, as a fraction of the out-of-plane joint"
                    + " limit. Default by search.",
            defaultValue = "0.9",
            min = 0,
            max = 1)
        double lift,
    @Setting(
            value =
                "First ticks of each decision, in which the generator starts afresh with amplitude"
                    + " 0.",
            unit = "control ticks",
            defaultValue = "0",
            min = 0)
        int warmUpTicks,
    @Setting(
            value = "Last ticks of each decision, in which the amplitude goes to 0.",
            unit = "control ticks",
            defaultValue = "0",
            min = 0)
        int coolDownTicks) {

  /** What the two arms beside the leading one do. */
  public enum SideArms {
    /** They keep still, bent backwards. */
    REST,
    /** They push, straight but for the wave. */
    PUSH
  }

  /** All defaults. */
  public static final UndulationSettings DEFAULT =
      new UndulationSettings(0.8, 0.9, 4, 0.6, 1, 0.2, SideArms.PUSH, 0.9, 0.9, 0, 0);

  /** Checks the limits. */
  public UndulationSettings {
    Settings.check(
        UndulationSettings.class,
        jointLimitFraction,
        outOfPlaneFraction,
        angularFrequency,
        segmentLag,
        taper,
        spread,
        sideArms,
        sideArmBend,
        lift,
        warmUpTicks,
        coolDownTicks);
  }
}
