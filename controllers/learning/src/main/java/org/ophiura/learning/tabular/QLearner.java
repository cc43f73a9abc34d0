package org.ophiura.learning.tabular;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.learning.Learner;
import org.ophiura.learning.MergeableLearner;
import org.ophiura.learning.Policy;
import org.ophiura.learning.SharingLearner;
import org.ophiura.learning.schedule.Schedule;
import org.ophiura.learning.schedule.SchedulePlugin;

/**
 * Tabular Q-learning (Watkins 1989) with N-step returns and held exploration.
 *
 * <p>A decision waits until N rewards are known, then its value moves towards their discounted sum
 * and the greatest value of the state that followed. The return is not corrected for the
 * exploration inside it. At the end of an episode all waiting decisions are updated, the oldest
 * first: with no future when the task terminated the episode, with the greatest value of the last
 * state when it was merely cut off.
 *
 * <p>A symmetric learner knows that its states and its actions are arms around a body that is the
 * same seen from each: what holds for (state, action) holds for (state + k, action + k) modulo the
 * number of arms. Its table stays full, and an update writes all of its rotations.
 */
public final class QLearner implements MergeableLearner, SharingLearner, TabularLearner {
  private final QLearningSettings settings;
  private final Schedule epsilon;
  private final QTable table;
  private final GreedyPolicy greedy;
  private final ExploringPolicy behaviour;
  private final NStepBuffer waiting;

  /**
   * Makes a learner that improves {@code table} in place.
   *
   * @param table initial values; kept, not copied
   * @throws IllegalArgumentException if the learner is symmetric and the table is not
   */
  public QLearner(QLearningSettings settings, QTable table) {
    this.settings = settings;
    this.table = table;
    requireSymmetry(table);
    epsilon = SchedulePlugin.create(settings.epsilon());
    greedy = new GreedyPolicy(table, settings.ties());
    behaviour = new ExploringPolicy(greedy, table.actions(), settings.holdDecisions());
    waiting = new NStepBuffer(settings.steps());
  }

  private void requireSymmetry(QTable values) {
    if (settings.symmetric() && !values.isSymmetric()) {
      throw new IllegalArgumentException(
          "a symmetric learner needs a table whose values depend on (action - state) alone");
    }
  }

  @Override
  public void startFrom(QTable values) {
    requireSymmetry(values);
    table.set(values);
  }

  @Override
  public QTable table() {
    return table;
  }

  @Override
  public void beginEpisode(int episode, int episodes, RandomGenerator random) {
    behaviour.explore(epsilon.at(episode, episodes));
    behaviour.beginEpisode();
    waiting.clear();
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
    waiting.add(state, action, reward);
    if (terminated || truncated) {
      boolean future = !terminated || settings.bootstrapFromTerminal();
      while (!waiting.isEmpty()) {
        updateOldest(future ? table.max(next) : 0);
      }
    } else if (waiting.isFull()) {
      updateOldest(table.max(next));
    }
  }

  /** Q(s, a) becomes (1 - alpha) Q(s, a) + alpha G: the notebook's form of Watkins' rule. */
  private void updateOldest(double future) {
    double alpha = settings.alpha();
    double target = waiting.oldestReturn(settings.gamma(), future);
    int state = waiting.oldestState();
    int action = waiting.oldestAction();
    double value = (1 - alpha) * table.get(state, action) + alpha * target;
    if (settings.symmetric()) {
      table.setRotations(state, action, value);
    } else {
      table.set(state, action, value);
    }
    waiting.removeOldest();
  }

  @Override
  public double epsilon() {
    return behaviour.epsilon();
  }

  @Override
  public double meanValue() {
    return table.mean();
  }

  @Override
  public QLearner fork() {
    return new QLearner(settings, table.copy());
  }

  @Override
  public QLearner sharing() {
    return new QLearner(settings, table);
  }

  /** Replaces the table by the mean of the forks' tables. */
  @Override
  public void merge(List<? extends Learner> forks) {
    List<QTable> tables = new ArrayList<>(forks.size());
    for (Learner fork : forks) {
      if (!(fork instanceof QLearner learner)) {
        throw new IllegalArgumentException(
            "a QLearner merges its own forks, got a " + fork.getClass().getSimpleName());
      }
      tables.add(learner.table);
    }
    table.setToMean(tables);
  }

  /** The table is all that outlives an episode: epsilon and the decisions that wait do not. */
  @Override
  public void save(DataOutput out) throws IOException {
    table.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    table.load(in);
  }
}
