package org.ophiura.learning.deep;

import java.util.List;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodContract;
import org.ophiura.learning.network.Activation;
import org.ophiura.learning.network.MlpPlugin;
import org.ophiura.learning.network.MlpSettings;
import org.ophiura.sim.plugin.Choice;

final class ReinforceTest extends MethodContract {
  @Override
  protected Method newMethod(MethodContext context) {
    return new ReinforcePlugin()
        .create(
            new ReinforceSettings(
                StateEncoding.ONE_HOT,
                new Choice<>(new MlpPlugin(), new MlpSettings(List.of(16), Activation.TANH, 0.01)),
                0.9,
                ReinforceSettings.Credit.REWARDS_TO_GO,
                false,
                64,
                64,
                1),
            context);
  }

  @Override
  protected int enough() {
    return 400;
  }
}
