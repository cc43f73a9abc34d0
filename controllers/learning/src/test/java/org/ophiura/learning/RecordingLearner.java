package org.ophiura.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** A learner that learns nothing and writes down what it is told. */
public final class RecordingLearner implements Learner {
  private final List<String> calls = new ArrayList<>();
  private final Policy behaviour =
      new Policy() {
        @Override
        public int choose(int state, RandomGenerator random) {
          calls.add("choose " + state);
          return state + 1;
        }

        @Override
        public void beginEpisode() {
          calls.add("begin");
        }
      };

  /** What it was told so far, in order. */
  public List<String> calls() {
    return calls;
  }

  @Override
  public void beginEpisode(int episode, int episodes, RandomGenerator random) {
    calls.add("begin " + episode + " of " + episodes);
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
        String.join(
            " ",
            "observe",
            String.valueOf(state),
            String.valueOf(action),
            String.valueOf(reward),
            String.valueOf(next),
            terminated ? "terminated" : "-",
            truncated ? "truncated" : "-"));
  }

  @Override
  public double epsilon() {
    return 0;
  }

  @Override
  public double meanValue() {
    return 0;
  }
}
