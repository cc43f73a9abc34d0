package org.ophiura.motion.cpg;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ophiura.motion.ode.BlockOdeSystem;
import org.ophiura.motion.ode.OdeSolver;

/**
 * The differential equations of a network, with parameters read live. The state is five blocks of
 * one value per oscillator: phases, amplitudes, amplitude rates, offsets, offset rates.
 */
final class CpgEquations implements BlockOdeSystem {
  static final int PHASE = 0;
  static final int AMPLITUDE = 1;
  static final int AMPLITUDE_RATE = 2;
  static final int OFFSET = 3;
  static final int OFFSET_RATE = 4;
  private static final int BLOCKS = 5;

  private final CpgNetwork network;
  private final CpgParameters parameters;
  private final double amplitudeGain;
  private final double offsetGain;
  private final int size;

  CpgEquations(
      CpgNetwork network, CpgParameters parameters, double amplitudeGain, double offsetGain) {
    this.network = network;
    this.parameters = parameters;
    this.amplitudeGain = amplitudeGain;
    this.offsetGain = offsetGain;
    size = network.size();
  }

  @Override
  public int dimension() {
    return BLOCKS * size;
  }

  @Override
  public int blockCount() {
    return BLOCKS;
  }

  @Override
  public int blockStart(int block) {
    return block * size;
  }

  @Override
  public void blockDerivative(int block, double time, double[] state, double[] derivative) {
    switch (block) {
      case PHASE -> phaseRates(state, derivative);
      case AMPLITUDE -> copyRates(state, AMPLITUDE_RATE, derivative, AMPLITUDE);
      case AMPLITUDE_RATE ->
          accelerations(state, AMPLITUDE, amplitudeGain, parameters.amplitudes().data, derivative);
      case OFFSET -> copyRates(state, OFFSET_RATE, derivative, OFFSET);
      case OFFSET_RATE ->
          accelerations(state, OFFSET, offsetGain, parameters.offsets().data, derivative);
      default -> throw new IndexOutOfBoundsException(block);
    }
  }

  /** Equation (1): dphi_i/dt = omega_i + sum_j w_ij r_j sin(phi_j - phi_i - rho_ij). */
  private void phaseRates(double[] state, double[] derivative) {
    double[] omega = parameters.angularFrequencies().data;
    double[] rho = parameters.phaseBiases().data;
    double[] phi = state; // The phases are the first block.
    int r = AMPLITUDE * size;
    for (int i = 0; i < size; i++) {
      double coupling = 0;
      int end = network.firstCoupling(i + 1);
      for (int k = network.firstCoupling(i); k < end; k++) {
        int j = network.neighbour(k);
        double w = network.couplingWeight(k);
        coupling += w * state[r + j] * Math.sin(phi[j] - phi[i] - rho[i * size + j]);
      }
      derivative[i] = omega[i] + coupling;
    }
  }

  /**
   * Equations (2) and (3): d2y_i/dt2 = a (a/4 (Y_i - y_i) - dy_i/dt), with y the amplitude r or the
   * offset x, Y its target R or X, and a the gain.
   */
  private void accelerations(
      double[] state, int block, double a, double[] target, double[] derivative) {
    int y = block * size;
    int dy = y + size;
    for (int i = 0; i < size; i++) {
      derivative[dy + i] = a * (a / 4 * (target[i] - state[y + i]) - state[dy + i]);
    }
  }

  private void copyRates(double[] state, int rateBlock, double[] derivative, int block) {
    System.arraycopy(state, rateBlock * size, derivative, block * size, size);
  }

  /**
   * How a solver makes deviations of amplitudes or offsets grow in each step: the spectral radius
   * of its step of equation (2). Below 1 they die out, as the equation says they do.
   */
  static double growthPerStep(double gain, OdeSolver solver, double stepSeconds) {
    CpgNetwork one =
        new CpgNetwork(List.of(Oscillator.ofArm(0, Plane.IN_PLANE)), new DMatrixRMaj(1, 1));
    CpgEquations equations = new CpgEquations(one, new CpgParameters(1), gain, gain);
    double[] value = new double[BLOCKS];
    double[] rate = new double[BLOCKS];
    value[AMPLITUDE] = 1;
    rate[AMPLITUDE_RATE] = 1;
    solver.step(equations, 0, value, stepSeconds);
    solver.step(equations, 0, rate, stepSeconds);
    double trace = value[AMPLITUDE] + rate[AMPLITUDE_RATE];
    double determinant =
        value[AMPLITUDE] * rate[AMPLITUDE_RATE] - rate[AMPLITUDE] * value[AMPLITUDE_RATE];
    double discriminant = trace * trace / 4 - determinant;
    return discriminant < 0
        ? Math.sqrt(determinant)
        : Math.abs(trace) / 2 + Math.sqrt(discriminant);
  }

  /** Equation (4): theta_i = x_i + r_i cos(phi_i). */
  void outputs(double[] state, double[] theta) {
    int r = AMPLITUDE * size;
    int x = OFFSET * size;
    for (int i = 0; i < size; i++) {
      theta[i] = state[x + i] + state[r + i] * Math.cos(state[i]);
    }
  }
}
