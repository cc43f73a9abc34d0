package org.ophiura.learning.planning;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A model of the world by counting: how often an action in a state led to each state, and the
 * reward that was seen last on that way. Memory is states squared times actions: for small worlds.
 */
final class CountedModel {
  private final int states;
  private final int actions;
  private final int[] counts;
  private final int[] totals;
  private final double[] rewards;
  private final boolean[] terminal;

  CountedModel(int states, int actions) {
    this.states = states;
    this.actions = actions;
    counts = new int[states * actions * states];
    totals = new int[states * actions];
    rewards = new double[counts.length];
    terminal = new boolean[states];
  }

  void count(int state, int action, double reward, int next, boolean terminated) {
    int pair = state * actions + action;
    counts[pair * states + next]++;
    totals[pair]++;
    rewards[pair * states + next] = reward;
    terminal[next] |= terminated;
  }

  /**
   * Expected worth of an action: the mean over what was seen of reward + gamma V(next), with
   * nothing to come after a terminal state; 0 for what was never tried.
   */
  double worth(int state, int action, double gamma, double[] values) {
    int pair = state * actions + action;
    if (totals[pair] == 0) {
      return 0;
    }
    double sum = 0;
    for (int next = 0; next < states; next++) {
      int count = counts[pair * states + next];
      if (count > 0) {
        double future = terminal[next] ? 0 : values[next];
        sum += count * (rewards[pair * states + next] + gamma * future);
      }
    }
    return sum / totals[pair];
  }

  void save(DataOutput out) throws IOException {
    for (int i = 0; i < counts.length; i++) {
      out.writeInt(counts[i]);
      if (counts[i] > 0) {
        out.writeDouble(rewards[i]);
      }
    }
    for (boolean end : terminal) {
      out.writeBoolean(end);
    }
  }

  void load(DataInput in) throws IOException {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = in.readInt();
      rewards[i] = counts[i] > 0 ? in.readDouble() : 0;
    }
    for (int pair = 0; pair < totals.length; pair++) {
      totals[pair] = 0;
      for (int next = 0; next < states; next++) {
        totals[pair] += counts[pair * states + next];
      }
    }
    for (int i = 0; i < terminal.length; i++) {
      terminal[i] = in.readBoolean();
    }
  }
}
