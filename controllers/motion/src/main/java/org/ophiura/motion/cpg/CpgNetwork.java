package org.ophiura.motion.cpg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ophiura.sim.plugin.SettingException;

/**
 * Which oscillators there are and how strongly they are coupled. Immutable; shared between threads.
 *
 * <p>Couplings run both ways with the same weight.
 */
public final class CpgNetwork {
  private final List<Oscillator> oscillators;
  private final DMatrixRMaj weights;
  private final int[] firstCoupling;
  private final int[] neighbour;
  private final double[] couplingWeight;

  /**
   * Makes a network.
   *
   * @param oscillators in the order of all vectors of the generator
   * @param weights coupling strengths (1/s), one row and column per oscillator; 0 where two are not
   *     coupled. Not modified; copied.
   * @throws SettingException naming two oscillators whose weights differ, are negative or not
   *     finite, or one that is coupled to itself
   */
  public CpgNetwork(List<Oscillator> oscillators, DMatrixRMaj weights) {
    this.oscillators = List.copyOf(oscillators);
    this.weights = weights.copy();
    int n = oscillators.size();
    if (weights.numRows != n || weights.numCols != n) {
      throw new IllegalArgumentException(
          n
              + " oscillators need "
              + n
              + " x "
              + n
              + " weights, got "
              + weights.numRows
              + " x "
              + weights.numCols);
    }
    firstCoupling = new int[n + 1];
    int[] columns = new int[n * n];
    double[] values = new double[n * n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      firstCoupling[i] = count;
      for (int j = 0; j < n; j++) {
        checkWeight(i, j);
        if (weights.get(i, j) != 0) {
          columns[count] = j;
          values[count++] = weights.get(i, j);
        }
      }
    }
    firstCoupling[n] = count;
    neighbour = Arrays.copyOf(columns, count);
    couplingWeight = Arrays.copyOf(values, count);
  }

  private void checkWeight(int i, int j) {
    double weight = weights.get(i, j);
    if (i == j && weight != 0) {
      throw new SettingException(
          "weights", "must be 0 from " + name(i) + " to itself, got " + weight);
    }
    if (!Double.isFinite(weight) || weight < 0) {
      throw new SettingException(
          "weights", "must be >= 0 (1/s), got " + weight + " from " + name(i) + " to " + name(j));
    }
    if (weight != weights.get(j, i)) {
      throw new SettingException(
          "weights",
          "must be the same both ways, got "
              + weight
              + " from "
              + name(i)
              + " to "
              + name(j)
              + " and "
              + weights.get(j, i)
              + " back");
    }
  }

  /**
   * Two oscillators for each of some arms: element 2k bends arm k of the list in the plane, element
   * 2k+1 out of it. The two of an arm are coupled, and those of neighbouring arms in the same
   * plane. Five arms give the ten-oscillator layout of the sources, two the four-oscillator one.
   *
   * @param arms indices of the arms, in their order around the disk
   * @param weight strength of every coupling, 1/s
   */
  public static CpgNetwork perArm(List<Integer> arms, double weight) {
    List<Oscillator> oscillators = new ArrayList<>();
    for (int arm : arms) {
      for (Plane plane : Plane.values()) {
        oscillators.add(Oscillator.ofArm(arm, plane));
      }
    }
    DMatrixRMaj weights = new DMatrixRMaj(oscillators.size(), oscillators.size());
    for (int k = 0; k < arms.size(); k++) {
      couple(weights, 2 * k, 2 * k + 1, weight);
      int next = (k + 1) % arms.size();
      if (next != k) {
        couple(weights, 2 * k, 2 * next, weight);
        couple(weights, 2 * k + 1, 2 * next + 1, weight);
      }
    }
    return new CpgNetwork(oscillators, weights);
  }

  /**
   * One oscillator for each joint, arm by arm, segment by segment, in-plane before out-of-plane.
   * Coupled are the two of a segment, neighbours along an arm in the same plane, and around the
   * disk the first segments of neighbouring arms in the same plane. An arm without segments is left
   * out, and its neighbours are coupled with each other.
   *
   * @param segmentsPerArm number of segments of each arm, in their order around the disk
   * @param weight strength of every coupling, 1/s
   */
  public static CpgNetwork perJoint(int[] segmentsPerArm, double weight) {
    List<Oscillator> oscillators = new ArrayList<>();
    List<Integer> firstOfArm = new ArrayList<>();
    for (int arm = 0; arm < segmentsPerArm.length; arm++) {
      if (segmentsPerArm[arm] > 0) {
        firstOfArm.add(oscillators.size());
      }
      for (int segment = 0; segment < segmentsPerArm[arm]; segment++) {
        for (Plane plane : Plane.values()) {
          oscillators.add(new Oscillator(arm, segment, plane));
        }
      }
    }
    int n = oscillators.size();
    DMatrixRMaj weights = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i += 2) {
      couple(weights, i, i + 1, weight);
      if (i + 2 < n && oscillators.get(i).arm() == oscillators.get(i + 2).arm()) {
        couple(weights, i, i + 2, weight);
        couple(weights, i + 1, i + 3, weight);
      }
    }
    for (int k = 0; k < firstOfArm.size(); k++) {
      int first = firstOfArm.get(k);
      int next = firstOfArm.get((k + 1) % firstOfArm.size());
      if (next != first) {
        couple(weights, first, next, weight);
        couple(weights, first + 1, next + 1, weight);
      }
    }
    return new CpgNetwork(oscillators, weights);
  }

  private static void couple(DMatrixRMaj weights, int i, int j, double weight) {
    weights.set(i, j, weight);
    weights.set(j, i, weight);
  }

  /** Number of oscillators. */
  public int size() {
    return oscillators.size();
  }

  /** What the oscillators stand for, in the order of all vectors. */
  public List<Oscillator> oscillators() {
    return oscillators;
  }

  /** The arms that have oscillators, each once, in the order of the oscillators. */
  public List<Integer> arms() {
    return oscillators.stream().map(Oscillator::arm).distinct().toList();
  }

  /** Strength of the coupling of two oscillators, 1/s; 0 where they are not coupled. */
  public double weight(int i, int j) {
    return weights.get(i, j);
  }

  /** A copy of all weights (1/s). */
  public DMatrixRMaj weights() {
    return weights.copy();
  }

  /**
   * Checks that the phase biases have a solution: that rho(b, a) = -rho(a, b) for every coupling,
   * and that the biases around every closed loop of oscillators with an amplitude above 0 sum to a
   * multiple of 2 pi. (An oscillator of amplitude 0 pulls on nobody.) For use at construction.
   *
   * @param parameters of this network's size. Not modified.
   * @throws SettingException naming the loops by their oscillators, with the sums
   */
  public void check(CpgParameters parameters) {
    BiasLoops.check(this, parameters);
  }

  String name(int oscillator) {
    return oscillators.get(oscillator).name();
  }

  /** Index into {@link #neighbour} of an oscillator's first coupling; one more at the end. */
  int firstCoupling(int oscillator) {
    return firstCoupling[oscillator];
  }

  /** The other end of a coupling. */
  int neighbour(int coupling) {
    return neighbour[coupling];
  }

  /** Strength of a coupling, 1/s. */
  double couplingWeight(int coupling) {
    return couplingWeight[coupling];
  }
}
