package org.ophiura.learning.tabular;

import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.LearnerPlugin;

/** The learner {@code sarsa}. */
public final class SarsaPlugin implements LearnerPlugin<SarsaSettings> {
  @Override
  public String id() {
    return "sarsa";
  }

  @Override
  public String summary() {
    return "SARSA on a table: values of the policy that explores, from the action that it takes next.";
  }

  @Override
  public Class<SarsaSettings> settings() {
    return SarsaSettings.class;
  }

  @Override
  public Sarsa create(SarsaSettings settings, LearnerContext context) {
    return new Sarsa(settings, false, settings.initialTable(context));
  }
}
