package org.ophiura.learning.planning;

import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodPlugin;

/** The method {@code value-iteration}. */
public final class ValueIterationPlugin implements MethodPlugin<PlanningSettings> {
  @Override
  public String id() {
    return "value-iteration";
  }

  @Override
  public String summary() {
    return "Value iteration (Bellman 1957) on a model that is learned by counting random steps.";
  }

  @Override
  public Class<PlanningSettings> settings() {
    return PlanningSettings.class;
  }

  @Override
  public Method create(PlanningSettings settings, MethodContext context) {
    return new Planning(
        settings, Planning.Sweep.VALUES, context.stateCount(id()), context.actionCount());
  }
}
