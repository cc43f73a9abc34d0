package org.ophiura.learning.tabular;

import java.util.ArrayList;
import java.util.List;

/**
 * The N-step return as textbooks write it, with an explicit sum of powers and a list of the whole
 * episode: slow, and written apart from the learner, to compare with.
 */
final class NStepByDefinition {
  private record Step(int state, int action, double reward) {}

  private final double[][] values;
  private final double alpha;
  private final double gamma;
  private final int steps;
  private final List<Step> episode = new ArrayList<>();

  NStepByDefinition(double[][] values, double alpha, double gamma, int steps) {
    this.values = values;
    this.alpha = alpha;
    this.gamma = gamma;
    this.steps = steps;
  }

  double[][] values() {
    return values;
  }

  void beginEpisode() {
    episode.clear();
  }

  void observe(
      int state, int action, double reward, int next, boolean terminated, boolean truncated) {
    episode.add(new Step(state, action, reward));
    int now = episode.size();
    boolean ended = terminated || truncated;
    for (int first = Math.max(0, now - steps); first < now; first++) {
      if (now - first == steps || ended) {
        update(first, terminated ? 0 : greatest(next));
      }
    }
  }

  private void update(int first, double future) {
    double sum = 0;
    int count = episode.size() - first;
    for (int i = 0; i < count; i++) {
      sum += Math.pow(gamma, i) * episode.get(first + i).reward();
    }
    sum += Math.pow(gamma, count) * future;
    Step step = episode.get(first);
    double old = values[step.state()][step.action()];
    values[step.state()][step.action()] = old + alpha * (sum - old);
  }

  private double greatest(int state) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values[state]) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }
}
