package org.ophiura.learning.deep;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodContract;
import org.ophiura.learning.network.Activation;
import org.ophiura.learning.network.MlpPlugin;
import org.ophiura.learning.network.MlpSettings;
import org.ophiura.learning.schedule.ConstantPlugin;
import org.ophiura.learning.schedule.ConstantSchedule;
import org.ophiura.sim.plugin.Choice;

/** DQN as it was published, and with every improvement at once. */
final class DqnTest {
  private static Method dqn(MethodContext context, boolean improved) {
    return new DqnPlugin()
        .create(
            new DqnSettings(
                StateEncoding.ONE_HOT,
                new Choice<>(new MlpPlugin(), new MlpSettings(List.of(16), Activation.RELU, 0.005)),
                0.9,
                new Choice<>(new ConstantPlugin(), new ConstantSchedule(0.5)),
                0,
                200,
                16,
                32,
                1,
                improved ? 2 : 0,
                20,
                improved,
                improved,
                improved ? 3 : 1,
                improved ? 0.6 : 0,
                0.4,
                Optional.empty()),
            context);
  }

  @Nested
  final class Plain extends MethodContract {
    @Override
    protected Method newMethod(MethodContext context) {
      return dqn(context, false);
    }

    @Override
    protected int enough() {
      return 150;
    }
  }

  @Nested
  final class Improved extends MethodContract {
    @Override
    protected Method newMethod(MethodContext context) {
      return dqn(context, true);
    }

    @Override
    protected int enough() {
      return 150;
    }
  }
}
