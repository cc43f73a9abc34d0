package org.ophiura.learning.deep;

import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodPlugin;
import org.ophiura.learning.network.Network;

/** The method {@code reinforce}. */
public final class ReinforcePlugin implements MethodPlugin<ReinforceSettings> {
  @Override
  public String id() {
    return "reinforce";
  }

  @Override
  public String summary() {
    return "Policy gradient: a network of log-odds, made more likely what was followed by a large return.";
  }

  @Override
  public Class<ReinforceSettings> settings() {
    return ReinforceSettings.class;
  }

  @Override
  public Method create(ReinforceSettings settings, MethodContext context) {
    Network network =
        settings.encoding().network(settings.network(), context, context.actionCount());
    return new Reinforce(settings, network, context.spaces().observation(), context.actionCount());
  }
}
