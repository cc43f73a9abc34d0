package org.ophiura.motion.cpg;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.StringJoiner;
import org.ejml.data.DMatrixRMaj;
import org.ophiura.sim.plugin.SettingException;

/**
 * Finds phase biases that contradict each other around a closed loop of oscillators.
 *
 * <p>A spanning tree of the active couplings, breadth first, turns each further coupling into one
 * loop; every other loop is a sum of these, so they are all that need checking.
 */
final class BiasLoops {
  /** Biases are sums of a few fractions of pi, so rounding stays far below this (rad). */
  private static final double TOLERANCE_RADIANS = 1e-9;

  private static final int REPORTED = 4;
  private static final int NONE = -1;

  private final CpgNetwork network;
  private final DMatrixRMaj biases;
  private final boolean[] active;
  private final List<List<Integer>> problems = new ArrayList<>();

  private BiasLoops(CpgNetwork network, CpgParameters parameters) {
    this.network = network;
    biases = parameters.phaseBiases();
    active = new boolean[network.size()];
    for (int i = 0; i < active.length; i++) {
      active[i] = parameters.amplitudes().get(i, 0) > 0;
    }
  }

  static void check(CpgNetwork network, CpgParameters parameters) {
    if (parameters.size() != network.size()) {
      throw new IllegalArgumentException(
          "parameters of " + parameters.size() + " oscillators do not fit " + network.size());
    }
    BiasLoops loops = new BiasLoops(network, parameters);
    loops.checkPairs();
    loops.checkLoops();
    loops.throwIfBroken();
  }

  private void throwIfBroken() {
    if (problems.isEmpty()) {
      return;
    }
    problems.sort(Comparator.comparingInt(List::size));
    StringJoiner report = new StringJoiner("; ");
    problems.stream().limit(REPORTED).map(this::describe).forEach(report::add);
    if (problems.size() > REPORTED) {
      report.add("and " + (problems.size() - REPORTED) + " more");
    }
    throw new SettingException(
        "phase-biases",
        "must be opposite both ways and sum to a multiple of 2 pi around every loop of oscillators"
            + " with an amplitude above 0, got "
            + report);
  }

  private void checkPairs() {
    for (int i = 0; i < network.size(); i++) {
      for (int k = network.firstCoupling(i); k < network.firstCoupling(i + 1); k++) {
        int j = network.neighbour(k);
        // Written so that NaN is refused.
        if (j > i && !(Math.abs(biases.get(i, j) + biases.get(j, i)) <= TOLERANCE_RADIANS)) {
          problems.add(List.of(i, j));
        }
      }
    }
  }

  private void checkLoops() {
    int n = network.size();
    int[] parent = new int[n];
    int[] depth = new int[n];
    Arrays.fill(parent, NONE);
    boolean[] seen = new boolean[n];
    Deque<Integer> queue = new ArrayDeque<>();
    for (int root = 0; root < n; root++) {
      if (!active[root] || seen[root]) {
        continue;
      }
      seen[root] = true;
      queue.add(root);
      while (!queue.isEmpty()) {
        int i = queue.remove();
        for (int k = network.firstCoupling(i); k < network.firstCoupling(i + 1); k++) {
          int j = network.neighbour(k);
          if (active[j] && !seen[j]) {
            seen[j] = true;
            parent[j] = i;
            depth[j] = depth[i] + 1;
            queue.add(j);
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      for (int k = network.firstCoupling(i); k < network.firstCoupling(i + 1); k++) {
        int j = network.neighbour(k);
        if (j > i && active[i] && active[j] && parent[i] != j && parent[j] != i) {
          checkLoop(loop(i, j, parent, depth));
        }
      }
    }
  }

  /** The loop that coupling i - j closes: up from i to the common ancestor, and down to j. */
  private static List<Integer> loop(int i, int j, int[] parent, int[] depth) {
    List<Integer> up = new ArrayList<>(List.of(i));
    List<Integer> down = new ArrayList<>(List.of(j));
    int a = i;
    int b = j;
    while (a != b) {
      if (depth[a] >= depth[b]) {
        a = parent[a];
        up.add(a);
      } else {
        b = parent[b];
        down.add(b);
      }
    }
    down.remove(down.size() - 1);
    Collections.reverse(down);
    up.addAll(down);
    return up;
  }

  private void checkLoop(List<Integer> loop) {
    double turns = sum(loop) / (2 * Math.PI);
    if (!(Math.abs(turns - Math.rint(turns)) * 2 * Math.PI <= TOLERANCE_RADIANS)) {
      problems.add(loop);
    }
  }

  private double sum(List<Integer> loop) {
    double sum = 0;
    for (int k = 0; k < loop.size(); k++) {
      sum += biases.get(loop.get(k), loop.get((k + 1) % loop.size()));
    }
    return sum;
  }

  private String describe(List<Integer> loop) {
    StringJoiner path = new StringJoiner(" -> ");
    for (int oscillator : loop) {
      path.add(network.name(oscillator));
    }
    path.add(network.name(loop.get(0)));
    double sum = sum(loop);
    return rounded(sum) + " rad (" + rounded(sum / Math.PI) + " pi) around " + path;
  }

  private static double rounded(double value) {
    return Double.isFinite(value) ? Math.rint(value * 1e6) / 1e6 : value;
  }
}
