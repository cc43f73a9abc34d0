package org.ophiura.learning.tabular;

import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.LearnerPlugin;

/** The learner {@code expected-sarsa}. */
public final class ExpectedSarsaPlugin implements LearnerPlugin<SarsaSettings> {
  @Override
  public String id() {
    return "expected-sarsa";
  }

  @Override
  public String summary() {
    return "Expected SARSA on a table: values of the policy that explores, averaged over its next action.";
  }

  @Override
  public Class<SarsaSettings> settings() {
    return SarsaSettings.class;
  }

  @Override
  public Sarsa create(SarsaSettings settings, LearnerContext context) {
    return new Sarsa(settings, true, settings.initialTable(context));
  }
}
