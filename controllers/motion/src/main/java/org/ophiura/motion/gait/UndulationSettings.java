package org.ophiura.motion.gait;

import org.ophiura.sim.plugin.Setting;

/**
 * Settings of {@link UndulationGait}.
 *
 * @param jointLimitFraction amplitude as a fraction of the in-plane joint limit
 * @param angularFrequency of all oscillators, rad/s
 * @param segmentLag phase lag of each segment behind the one before it, rad
 * @param taper amplitude of each segment as a factor of that of the one before it
 * @param sideArms what the two arms beside the leading one do
 * @param lift of the leading arm, as a fraction of the out-of-plane joint limit
 * @param warmUpTicks control ticks of warm-up in each decision
 * @param coolDownTicks control ticks of cool-down in each decision
 */
public record UndulationSettings(
    @Setting(
            value = "Amplitude of the undulating arms, as a fraction of the in-plane joint limit.",
            defaultValue = "0.5",
            min = 0,
            exclusiveMin = true,
            max = 1)
        double jointLimitFraction,
    @Setting(
            value = "Angular frequency of the waves.",
            unit = "rad/s",
            defaultValue = "6.283185307179586",
            min = 0,
            exclusiveMin = true)
        double angularFrequency,
    @Setting(
            value =
                "Phase lag of each segment behind the one nearer the disk: the wave travels to the"
                    + " tip; below 0, to the disk.",
            unit = "rad",
            defaultValue = "1.2",
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
            value = "Lift of the leading arm, as a fraction of the out-of-plane joint limit.",
            defaultValue = "1",
            min = 0,
            max = 1)
        double lift,
    @Setting(
            value =
                "Phase of the right-hand arms' waves after the left-hand ones'; pi mirrors them.",
            unit = "rad",
            defaultValue = "3.141592653589793",
            min = -Math.PI,
            max = Math.PI)
        double sidePhase,
    @Setting(
            value = "Out-of-plane amplitude as a fraction of the out-of-plane joint limit",
            defaultValue = "0",
            min = 0,
            max = 1)
        double roll,
    @Setting(value = "Phase of roll.", defaultValue = "1.5707963267948966") double rollPhase,
    @Setting(
            value = "In-plane offset backwards as a fraction of the in-plane joint limit",
            defaultValue = "0",
            min = -1,
            max = 1)
        double trail,
    @Setting(
            value = "In-plane offset of side arms backwards, as a fraction",
            defaultValue = "0",
            min = -1,
            max = 1)
        double sideTrail,
    @Setting(
            value = "Out-of-plane offset of undulating arms",
            defaultValue = "0",
            min = -1,
            max = 1)
        double raise,
    @Setting(
            value = "Out-of-plane offset of resting side arms",
            defaultValue = "0",
            min = -1,
            max = 1)
        double sideRaise,
    @Setting(value = "Join.", defaultValue = "false") boolean sideArms,
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
        int coolDownTicks) {}
