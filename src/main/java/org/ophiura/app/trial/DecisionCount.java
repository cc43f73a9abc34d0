package org.ophiura.app.trial;

import java.util.random.RandomGenerator;
import org.ophiura.learning.Policy;

/** Counts the states that a policy is asked about and the actions that it answers with. */
public final class DecisionCount implements Policy {
  /** Of a controller that makes no decisions. */
  public static final DecisionCount NOTHING = new DecisionCount((state, random) -> 0, 0, 0);

  private final Policy policy;
  private final long[] states;
  private final long[] actions;

  /** Watches {@code policy}. */
  DecisionCount(Policy policy, int stateCount, int actionCount) {
    this.policy = policy;
    states = new long[stateCount];
    actions = new long[actionCount];
  }

  private DecisionCount(long[] states, long[] actions) {
    policy = NOTHING;
    this.states = states.clone();
    this.actions = actions.clone();
  }

  /** Counts of an episode that has ended, such as those of a file. Not modified; copied. */
  public static DecisionCount of(long[] states, long[] actions) {
    return new DecisionCount(states, actions);
  }

  @Override
  public void beginEpisode() {
    policy.beginEpisode();
  }

  @Override
  public int choose(int state, RandomGenerator random) {
    int action = policy.choose(state, random);
    states[state]++;
    actions[action]++;
    return action;
  }

  /** How often each state was met. A copy. */
  public long[] states() {
    return states.clone();
  }

  /** How often each action was chosen. A copy. */
  public long[] actions() {
    return actions.clone();
  }
}
