package org.ophiura.motion.cpg;

import java.util.Locale;
import org.ophiura.motion.ode.OdeMethod;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/**
 * The {@code cpg} block of a trial file. Defaults are those of the first tutorial on five arms
 * (source notebook 001).
 *
 * @param layout how oscillators are laid over the arms
 * @param solver how the equations are stepped
 * @param weights strength of every coupling, 1/s
 * @param amplitudeGain how fast amplitudes approach their targets, 1/s
 * @param offsetGain how fast offsets approach their targets, 1/s
 * @param initialPhaseRange phases start uniform in plus or minus this, rad
 * @param initialAmplitudeRange amplitudes start uniform between 0 and this, rad
 * @param initialOffsetRange offsets start uniform in plus or minus this, rad
 */
public record CpgSettings(
    @Setting(
            value =
                "How oscillators are laid over the arms: four-oscillator (two for each of two"
                    + " arms), ten-oscillator (two for each of five arms) or per-joint.",
            defaultValue = "ten-oscillator")
        CpgLayout layout,
    @Setting(
            value =
                "How the equations are stepped: euler, rk4 (the whole coupled state), or"
                    + " per-variable-euler, per-variable-rk4 (each variable by itself, as in the"
                    + " source notebooks). Source notebook 001 uses Euler.",
            defaultValue = "euler")
        OdeMethod solver,
    @Setting(
            value =
                "Strength of every coupling. 5 in source notebooks 000 and 001, 10 in the later"
                    + " tutorial.",
            unit = "1/s",
            defaultValue = "5",
            min = 0)
        double weights,
    @Setting(
            value =
                "How fast amplitudes approach their targets. 20 in source notebooks 000 and 001,"
                    + " 40 in the later tutorial.",
            unit = "1/s",
            defaultValue = "20",
            min = 0,
            exclusiveMin = true)
        double amplitudeGain,
    @Setting(
            value =
                "How fast offsets approach their targets. 20 in source notebooks 000 and 001, 40"
                    + " in the later tutorial.",
            unit = "1/s",
            defaultValue = "20",
            min = 0,
            exclusiveMin = true)
        double offsetGain,
    @Setting(
            value =
                "Phases start uniform in plus or minus this. pi in source notebooks 000 and 001,"
                    + " 0.001 in the later tutorial.",
            unit = "rad",
            defaultValue = "3.141592653589793",
            min = 0)
        double initialPhaseRange,
    @Setting(
            value =
                "Amplitudes start uniform between 0 and this. 1 in source notebook 000, 0 in 001.",
            unit = "rad",
            defaultValue = "0",
            min = 0)
        double initialAmplitudeRange,
    @Setting(
            value =
                "Offsets start uniform in plus or minus this. 1 in source notebook 000, 0 in 001.",
            unit = "rad",
            defaultValue = "0",
            min = 0)
        double initialOffsetRange) {

  /** All defaults. */
  public static final CpgSettings DEFAULT =
      new CpgSettings(CpgLayout.TEN_OSCILLATOR, OdeMethod.EULER, 5, 20, 20, Math.PI, 0, 0);

  /** Checks the limits. */
  public CpgSettings {
    Settings.check(
        CpgSettings.class,
        layout,
        solver,
        weights,
        amplitudeGain,
        offsetGain,
        initialPhaseRange,
        initialAmplitudeRange,
        initialOffsetRange);
  }

  /**
   * Lays the network over a robot.
   *
   * @throws SettingException if the robot does not have the joints or the arms of the layout
   */
  public CpgNetwork network(RobotLayout robot) {
    return layout.network(robot, weights);
  }

  /**
   * Makes a generator at rest.
   *
   * @param network as made by {@link #network}
   * @param stepSeconds duration of a step
   * @throws SettingException if a gain is so high that the solver would blow up at that step
   */
  public Cpg create(CpgNetwork network, double stepSeconds) {
    requireStable("amplitude-gain", amplitudeGain, stepSeconds);
    requireStable("offset-gain", offsetGain, stepSeconds);
    return new Cpg(network, amplitudeGain, offsetGain, solver.create(), stepSeconds);
  }

  private void requireStable(String key, double gain, double stepSeconds) {
    double growth = CpgEquations.growthPerStep(gain, solver.create(), stepSeconds);
    if (!(growth < 1)) {
      throw new SettingException(
          key,
          String.format(
              Locale.ROOT,
              "must be lower for steps of %s s by %s, got %s (1/s): deviations would grow by a"
                  + " factor of %.3g a step; lower it, shorten the control period, or use another"
                  + " solver",
              stepSeconds,
              solver.id(),
              gain,
              growth));
    }
  }

  /** How far from rest episodes start. */
  public InitialRanges initialRanges() {
    return new InitialRanges(initialPhaseRange, initialAmplitudeRange, initialOffsetRange);
  }
}
