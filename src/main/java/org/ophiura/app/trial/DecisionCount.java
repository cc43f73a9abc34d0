package org.ophiura.app.trial;

import java.util.random.RandomGenerator;
import org.ophiura.learning.Policy;

/**
 * Counts the states that policies are asked about and the actions that they answer with, over all
 * agents of a robot.
 */
public final class DecisionCount {
  /** Of a controller that makes no decisions. */
  public static final DecisionCount NOTHING = new DecisionCount(0, 0);

  private final long[] states;
  private final long[] actions;

  /** Starts at none. */
  DecisionCount(int stateCount, int actionCount) {
    this(new long[stateCount], new long[actionCount]);
  }

  private DecisionCount(long[] states, long[] actions) {
    this.states = states;
    this.actions = actions;
  }

  /** Counts of an episode that has ended, such as those of a file. Not modified; copied. */
  public static DecisionCount of(long[] states, long[] actions) {
    return new DecisionCount(states.clone(), actions.clone());
  }

  /** A policy that chooses as {@code policy} does and is counted here. */
  Policy watch(Policy policy) {
    return new Policy() {
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
    };
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
