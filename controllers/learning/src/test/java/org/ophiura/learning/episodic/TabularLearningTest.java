package org.ophiura.learning.episodic;

import org.junit.jupiter.api.Nested;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodContract;
import org.ophiura.learning.tabular.QLearnerSamples;
import org.ophiura.learning.tabular.QLearningPlugin;
import org.ophiura.sim.plugin.Choice;

/** Q-learning as a method; SARSA is tested with its learners. */
final class TabularLearningTest {
  private static Method qLearning(MethodContext context, int steps) {
    return new TabularPlugin()
        .create(
            new TabularSettings(
                new Choice<>(new QLearningPlugin(), QLearnerSamples.nStep(0.5, 0.9, steps, 0.5))),
            context);
  }

  @Nested
  final class OneStep extends MethodContract {
    @Override
    protected Method newMethod(MethodContext context) {
      return qLearning(context, 1);
    }

    @Override
    protected int enough() {
      return 200;
    }
  }

  @Nested
  final class SeveralSteps extends MethodContract {
    @Override
    protected Method newMethod(MethodContext context) {
      return qLearning(context, 3);
    }

    @Override
    protected int enough() {
      return 400;
    }
  }
}
