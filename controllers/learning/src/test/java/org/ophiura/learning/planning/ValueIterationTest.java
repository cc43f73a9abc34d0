package org.ophiura.learning.planning;

import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodContract;

final class ValueIterationTest extends MethodContract {
  @Override
  protected Method newMethod(MethodContext context) {
    return new ValueIterationPlugin().create(new PlanningSettings(0.9, 50), context);
  }

  @Override
  protected int enough() {
    return 40;
  }
}
