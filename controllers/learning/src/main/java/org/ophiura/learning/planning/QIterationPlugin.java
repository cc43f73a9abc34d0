package org.ophiura.learning.planning;

import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodPlugin;

/** The method {@code q-iteration}. */
public final class QIterationPlugin implements MethodPlugin<PlanningSettings> {
  @Override
  public String id() {
    return "q-iteration";
  }

  @Override
  public String summary() {
    return "Q iteration: value iteration on action values, on a model that is learned by counting.";
  }

  @Override
  public Class<PlanningSettings> settings() {
    return PlanningSettings.class;
  }

  @Override
  public Method create(PlanningSettings settings, MethodContext context) {
    return new Planning(
        settings, Planning.Sweep.ACTION_VALUES, context.stateCount(id()), context.actionCount());
  }
}
