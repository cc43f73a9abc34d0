package org.ophiura.learning.search;

import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodContract;

final class RandomSearchTest extends MethodContract {
  @Override
  protected Method newMethod(MethodContext context) {
    return new RandomSearchPlugin().create(new RandomSearchSettings(2, 2), context);
  }

  @Override
  protected int enough() {
    return 60;
  }
}
