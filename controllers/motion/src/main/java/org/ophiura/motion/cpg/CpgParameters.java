package org.ophiura.motion.cpg;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * What a pattern generator is told to do, changeable at any tick: the amplitudes, offsets and
 * angular frequencies that its oscillators approach, and the phase biases of their couplings.
 * Mutable, made once and reused; the matrices are live and must keep their shapes.
 */
public final class CpgParameters {
  private final int size;
  private final DMatrixRMaj amplitudes;
  private final DMatrixRMaj offsets;
  private final DMatrixRMaj angularFrequencies;
  private final DMatrixRMaj phaseBiases;

  /** Makes parameters of {@code size} oscillators, all zero. */
  public CpgParameters(int size) {
    this.size = size;
    amplitudes = new DMatrixRMaj(size, 1);
    offsets = new DMatrixRMaj(size, 1);
    angularFrequencies = new DMatrixRMaj(size, 1);
    phaseBiases = new DMatrixRMaj(size, size);
  }

  /** Number of oscillators. */
  public int size() {
    return size;
  }

  /** R: the amplitude that each oscillator approaches (rad), a column. Live. */
  public DMatrixRMaj amplitudes() {
    return amplitudes;
  }

  /** X: the offset that each oscillator approaches (rad), a column. Live. */
  public DMatrixRMaj offsets() {
    return offsets;
  }

  /** omega: the angular frequency of each oscillator (rad/s), a column. Live. */
  public DMatrixRMaj angularFrequencies() {
    return angularFrequencies;
  }

  /**
   * rho: element (i, j) is the difference phi_j - phi_i (rad) that the coupling of i and j pulls
   * towards. Live.
   */
  public DMatrixRMaj phaseBiases() {
    return phaseBiases;
  }

  /** Gives one oscillator the amplitude and the offset to approach. */
  public void setTarget(int oscillator, double amplitudeRadians, double offsetRadians) {
    amplitudes.set(oscillator, 0, amplitudeRadians);
    offsets.set(oscillator, 0, offsetRadians);
  }

  /** Gives all oscillators the same angular frequency. */
  public void setAngularFrequency(double radiansPerSecond) {
    Arrays.fill(angularFrequencies.data, 0, size, radiansPerSecond);
  }

  /** Sets the bias from one oscillator to another, and its negative on the way back. */
  public void setCoupledBias(int from, int to, double biasRadians) {
    phaseBiases.set(from, to, biasRadians);
    phaseBiases.set(to, from, biasRadians == 0 ? 0 : -biasRadians);
  }

  /** Multiplies the amplitude that one oscillator approaches; its offset stays. */
  public void scaleAmplitude(int oscillator, double factor) {
    amplitudes.set(oscillator, 0, factor * amplitudes.get(oscillator, 0));
  }

  /** Makes all oscillators approach amplitude 0; offsets, frequencies and biases stay. */
  public void clearAmplitudes() {
    Arrays.fill(amplitudes.data, 0, size, 0);
  }

  /**
   * Copies everything from other parameters of the same size. Allocates nothing.
   *
   * @param other source. Not modified.
   */
  public void set(CpgParameters other) {
    if (other.size != size) {
      throw new IllegalArgumentException(
          "parameters of " + other.size + " oscillators do not fit " + size);
    }
    System.arraycopy(other.amplitudes.data, 0, amplitudes.data, 0, size);
    System.arraycopy(other.offsets.data, 0, offsets.data, 0, size);
    System.arraycopy(other.angularFrequencies.data, 0, angularFrequencies.data, 0, size);
    System.arraycopy(other.phaseBiases.data, 0, phaseBiases.data, 0, size * size);
  }
}
