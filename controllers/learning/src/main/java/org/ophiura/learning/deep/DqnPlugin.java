package org.ophiura.learning.deep;

import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodPlugin;
import org.ophiura.learning.network.Network;

/** The method {@code dqn}. */
public final class DqnPlugin implements MethodPlugin<DqnSettings> {
  @Override
  public String id() {
    return "dqn";
  }

  @Override
  public String summary() {
    return "Deep Q-learning with replay and a target network, and its later improvements as options.";
  }

  @Override
  public Class<DqnSettings> settings() {
    return DqnSettings.class;
  }

  @Override
  public Method create(DqnSettings settings, MethodContext context) {
    Network network =
        settings
            .encoding()
            .network(settings.network(), context, Dqn.outputs(settings, context.actionCount()));
    return new Dqn(settings, network, context.spaces().observation(), context.actionCount());
  }
}
