package org.ophiura.motion.cpg;

import java.util.Arrays;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.ophiura.motion.ode.OdeSolver;

/**
 * A central pattern generator: turns {@link CpgParameters} into one smooth output angle per
 * oscillator, step by step.
 *
 * <p>For one thread at a time. Steps and resets allocate nothing after the first step. Phases are
 * not wrapped: they grow with time.
 */
public final class Cpg {
  private final CpgNetwork network;
  private final CpgParameters parameters;
  private final CpgEquations equations;
  private final OdeSolver solver;
  private final double stepSeconds;
  private final double[] state;
  private final double[] outputs;

  /**
   * Makes a generator at rest, with all parameters 0.
   *
   * @param network its oscillators and couplings
   * @param amplitudeGain how fast amplitudes approach their targets, 1/s
   * @param offsetGain how fast offsets approach their targets, 1/s
   * @param solver how the equations are stepped. Owned: its scratch memory is used.
   * @param stepSeconds duration of a step
   * @throws IllegalArgumentException if a gain or the step is not above 0
   */
  public Cpg(
      CpgNetwork network,
      double amplitudeGain,
      double offsetGain,
      OdeSolver solver,
      double stepSeconds) {
    requirePositive("amplitude gain", amplitudeGain, "1/s");
    requirePositive("offset gain", offsetGain, "1/s");
    requirePositive("step", stepSeconds, "s");
    this.network = network;
    this.solver = solver;
    this.stepSeconds = stepSeconds;
    parameters = new CpgParameters(network.size());
    equations = new CpgEquations(network, parameters, amplitudeGain, offsetGain);
    state = new double[equations.dimension()];
    outputs = new double[network.size()];
  }

  private static void requirePositive(String what, double value, String unit) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(what + " must be > 0 (" + unit + "), got " + value);
    }
  }

  /** Its oscillators and couplings. */
  public CpgNetwork network() {
    return network;
  }

  /** Number of oscillators. */
  public int size() {
    return outputs.length;
  }

  /** What it is told to do. Live: changes take effect at the next step; resets keep them. */
  public CpgParameters parameters() {
    return parameters;
  }

  /**
   * Starts anew from given values, with all rates 0.
   *
   * @param phases rad, one per oscillator. Not modified.
   * @param amplitudes rad, one per oscillator. Not modified.
   * @param offsets rad, one per oscillator. Not modified.
   */
  public void reset(double[] phases, double[] amplitudes, double[] offsets) {
    int n = size();
    if (phases.length != n || amplitudes.length != n || offsets.length != n) {
      throw new IllegalArgumentException(
          n
              + " oscillators need as many phases, amplitudes and offsets, got "
              + phases.length
              + ", "
              + amplitudes.length
              + ", "
              + offsets.length);
    }
    Arrays.fill(state, 0);
    System.arraycopy(phases, 0, state, CpgEquations.PHASE * n, n);
    System.arraycopy(amplitudes, 0, state, CpgEquations.AMPLITUDE * n, n);
    System.arraycopy(offsets, 0, state, CpgEquations.OFFSET * n, n);
    equations.outputs(state, outputs);
  }

  /**
   * Starts anew from random values, with all rates 0. Draws three numbers per oscillator whatever
   * the ranges: all phases, then all amplitudes, then all offsets.
   *
   * @param random source of the values. Modified.
   * @param ranges how far from rest to start
   */
  public void reset(RandomGenerator random, InitialRanges ranges) {
    Arrays.fill(state, 0);
    int n = size();
    for (int i = 0; i < n; i++) {
      state[CpgEquations.PHASE * n + i] = ranges.phaseRadians() * (2 * random.nextDouble() - 1);
    }
    for (int i = 0; i < n; i++) {
      state[CpgEquations.AMPLITUDE * n + i] = ranges.amplitudeRadians() * random.nextDouble();
    }
    for (int i = 0; i < n; i++) {
      state[CpgEquations.OFFSET * n + i] = ranges.offsetRadians() * (2 * random.nextDouble() - 1);
    }
    equations.outputs(state, outputs);
  }

  /** Advances by one step; afterwards the outputs belong to the new state. */
  public void step() {
    // The equations do not depend on time itself.
    solver.step(equations, 0, state, stepSeconds);
    equations.outputs(state, outputs);
  }

  /** Output angle of an oscillator, rad. */
  public double output(int oscillator) {
    return outputs[oscillator];
  }

  /** Phase of an oscillator, rad, not wrapped. */
  public double phase(int oscillator) {
    return value(CpgEquations.PHASE, oscillator);
  }

  /** Amplitude of an oscillator, rad. */
  public double amplitude(int oscillator) {
    return value(CpgEquations.AMPLITUDE, oscillator);
  }

  /** Rate of change of an oscillator's amplitude, rad/s. */
  public double amplitudeRate(int oscillator) {
    return value(CpgEquations.AMPLITUDE_RATE, oscillator);
  }

  /** Offset of an oscillator, rad. */
  public double offset(int oscillator) {
    return value(CpgEquations.OFFSET, oscillator);
  }

  /** Rate of change of an oscillator's offset, rad/s. */
  public double offsetRate(int oscillator) {
    return value(CpgEquations.OFFSET_RATE, oscillator);
  }

  private double value(int block, int oscillator) {
    Objects.checkIndex(oscillator, outputs.length);
    return state[block * outputs.length + oscillator];
  }
}
