package org.ophiura.learning.policy;

import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyPlugin;

/** The policy {@code random}: each action with the same probability, at each decision. */
public final class RandomPlugin implements PolicyPlugin<NoSettings> {
  @Override
  public String id() {
    return "random";
  }

  @Override
  public String summary() {
    return "Any action with the same probability, drawn anew at each decision.";
  }

  @Override
  public Class<NoSettings> settings() {
    return NoSettings.class;
  }

  @Override
  public Policy create(NoSettings settings, PolicyContext context) {
    int actionCount = context.actionCount();
    return (state, random) -> random.nextInt(actionCount);
  }
}
