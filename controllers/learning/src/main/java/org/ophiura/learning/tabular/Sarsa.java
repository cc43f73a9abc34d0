package org.ophiura.learning.tabular;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.ophiura.learning.Policy;
import org.ophiura.learning.schedule.Schedule;
import org.ophiura.learning.schedule.SchedulePlugin;

/**
 * SARSA (Rummery and Niranjan 1994) and expected SARSA (van Seijen et al. 2009): values of the
 * policy that explores, unlike Q-learning's of the best one.
 *
 * <p>SARSA needs the action that follows, so an update waits for the next decision. Where an
 * episode is cut off there is none, and the expectation over the exploring policy takes its place.
 */
public final class Sarsa implements TabularLearner {
  private final SarsaSettings settings;
  private final boolean expected;
  private final Schedule epsilon;
  private final QTable table;
  private final GreedyPolicy greedy;
  private final ExploringPolicy behaviour;

  private boolean waiting;
  private int waitingState;
  private int waitingAction;
  private double waitingReward;

  /**
   * Makes a learner that improves {@code table} in place.
   *
   * @param expected whether it averages over what may follow, instead of waiting for it
   */
  public Sarsa(SarsaSettings settings, boolean expected, QTable table) {
    this.settings = settings;
    this.expected = expected;
    this.table = table;
    epsilon = SchedulePlugin.create(settings.epsilon());
    greedy = new GreedyPolicy(table, Ties.RANDOM);
    behaviour = new ExploringPolicy(greedy, table.actions(), 1);
  }

  @Override
  public QTable table() {
    return table;
  }

  @Override
  public void beginEpisode(int episode, int episodes, RandomGenerator random) {
    behaviour.explore(epsilon.at(episode, episodes));
    behaviour.beginEpisode();
    waiting = false;
  }

  @Override
  public Policy behaviour() {
    return behaviour;
  }

  @Override
  public GreedyPolicy greedy() {
    return greedy;
  }

  @Override
  public void observe(
      int state, int action, double reward, int next, boolean terminated, boolean truncated) {
    if (waiting) {
      update(waitingState, waitingAction, waitingReward, table.get(state, action));
      waiting = false;
    }
    if (terminated) {
      update(state, action, reward, 0);
    } else if (expected || truncated) {
      update(state, action, reward, expectation(next));
    } else {
      waiting = true;
      waitingState = state;
      waitingAction = action;
      waitingReward = reward;
    }
  }

  private void update(int state, int action, double reward, double future) {
    double target = reward + settings.gamma() * future;
    double value = table.get(state, action);
    table.set(state, action, value + settings.alpha() * (target - value));
  }

  /** Mean value of what the exploring policy does in a state. */
  private double expectation(int state) {
    double sum = 0;
    for (int action = 0; action < table.actions(); action++) {
      sum += table.get(state, action);
    }
    return behaviour.epsilon() * sum / table.actions()
        + (1 - behaviour.epsilon()) * table.max(state);
  }

  @Override
  public double epsilon() {
    return behaviour.epsilon();
  }

  @Override
  public double meanValue() {
    return table.mean();
  }

  /** The table is all that outlives an episode. */
  @Override
  public void save(DataOutput out) throws IOException {
    table.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    table.load(in);
  }
}
