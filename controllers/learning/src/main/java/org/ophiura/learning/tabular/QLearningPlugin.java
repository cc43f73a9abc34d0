package org.ophiura.learning.tabular;

import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.LearnerPlugin;
import org.ophiura.sim.plugin.SettingException;

/** The learner {@code q-learning}. */
public final class QLearningPlugin implements LearnerPlugin<QLearningSettings> {
  @Override
  public String id() {
    return "q-learning";
  }

  @Override
  public String summary() {
    return "Q-learning on a table: one-step or N-step returns, exploration that may be held.";
  }

  @Override
  public Class<QLearningSettings> settings() {
    return QLearningSettings.class;
  }

  @Override
  public QLearner create(QLearningSettings settings, LearnerContext context) {
    return new QLearner(settings, initialTable(settings, context));
  }

  private static QTable initialTable(QLearningSettings settings, LearnerContext context) {
    if (!settings.symmetric()) {
      return QTable.uniform(
          context.stateCount(),
          context.actionCount(),
          settings.initialHalfWidth(),
          context.random());
    }
    if (!context.statesAreArms() || context.stateCount() != context.actionCount()) {
      throw new SettingException(
          "symmetric",
          "must be false where states are not the arms that the actions choose from, got true with "
              + context.stateCount()
              + " states and "
              + context.actionCount()
              + " actions; set it to false, or use an indexer of one state per arm, such as"
              + " target-direction");
    }
    return QTable.symmetric(context.stateCount(), settings.initialHalfWidth(), context.random());
  }
}
