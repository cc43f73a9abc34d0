package org.ophiura.learning.tabular;

import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.LearnerPlugin;

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
    return new QLearner(
        settings,
        QTable.uniform(
            context.stateCount(),
            context.actionCount(),
            settings.initialHalfWidth(),
            context.random()));
  }
}
