package org.ophiura.app.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.ophiura.learning.ForkableLearner;
import org.ophiura.learning.Learner;
import org.ophiura.learning.Policy;
import org.ophiura.learning.SharingLearner;

/** A learner that learns nothing, always chooses the same, and writes down what it is told. */
final class RecordingLearner implements ForkableLearner, SharingLearner {
  private final List<String> calls = new ArrayList<>();
  private final Policy behaviour;

  private final int action;

  RecordingLearner(int action) {
    this.action = action;
    behaviour = (state, random) -> action;
  }

  /** Chooses as this one does; what it is told is not kept here. */
  @Override
  public RecordingLearner fork() {
    return new RecordingLearner(action);
  }

  /** Keeps what it is told here as well. */
  @Override
  public Learner sharing() {
    return this;
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
