package org.ophiura.app.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.ophiura.learning.Learner;
import org.ophiura.learning.Policy;

/** A learner that learns nothing, always chooses the same, and writes down what it is told. */
final class RecordingLearner implements Learner {
  private final List<String> calls = new ArrayList<>();
  private final Policy behaviour;

  RecordingLearner(int action) {
    behaviour = (state, random) -> action;
  }

  /** What it was told, in order: episodes, and transitions with rewards in millimetres. */
  List<String> calls() {
    return calls;
  }

  @Override
  public void beginEpisode(int episode, int episodes, RandomGenerator random) {
    calls.add("episode " + episode + " of " + episodes);
  }

  @Override
  public Policy behaviour() {
    return behaviour;
  }

  @Override
  public Policy greedy() {
    return behaviour;
  }

  @Override
  public void observe(
      int state, int action, double reward, int next, boolean terminated, boolean truncated) {
    calls.add(
        String.format(
            Locale.ROOT,
            "%d -%d-> %d, %.0f mm%s%s",
            state,
            action,
            next,
            1000 * reward,
            terminated ? ", terminated" : "",
            truncated ? ", truncated" : ""));
  }

  @Override
  public double epsilon() {
    return 0.25;
  }

  @Override
  public double meanValue() {
    return 0.5;
  }
}
