package org.ophiura.learning.episodic;

import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.LearnerPlugin;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodPlugin;
import org.ophiura.learning.tabular.TabularLearner;
import org.ophiura.sim.plugin.SettingException;

/** The method {@code tabular}. */
public final class TabularPlugin implements MethodPlugin<TabularSettings> {
  @Override
  public String id() {
    return "tabular";
  }

  @Override
  public String summary() {
    return "A learner with a table of action values, such as Q-learning or SARSA.";
  }

  @Override
  public Class<TabularSettings> settings() {
    return TabularSettings.class;
  }

  @Override
  public Method create(TabularSettings settings, MethodContext context) {
    LearnerContext known =
        new LearnerContext(context.stateCount(id()), context.actionCount(), context.random());
    return SettingException.under(
        "learner",
        () -> {
          if (LearnerPlugin.create(settings.learner(), known) instanceof TabularLearner learner) {
            return new TabularLearning(learner);
          }
          throw new SettingException(
              "type",
              "must be a learner with a table that can be saved, such as q-learning, got "
                  + settings.learner().plugin().id());
        });
  }
}
