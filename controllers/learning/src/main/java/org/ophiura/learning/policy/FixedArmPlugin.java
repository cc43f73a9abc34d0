package org.ophiura.learning.policy;

import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyPlugin;
import org.ophiura.sim.plugin.SettingException;

/** The policy {@code fixed-arm}: the same action whatever the state. */
public final class FixedArmPlugin implements PolicyPlugin<FixedArmSettings> {
  @Override
  public String id() {
    return "fixed-arm";
  }

  @Override
  public String summary() {
    return "The same arm always leads, wherever the target is.";
  }

  @Override
  public Class<FixedArmSettings> settings() {
    return FixedArmSettings.class;
  }

  @Override
  public Policy create(FixedArmSettings settings, PolicyContext context) {
    int arm = settings.arm();
    if (arm >= context.actionCount()) {
      throw new SettingException(
          "arm",
          "must be in [0, "
              + (context.actionCount() - 1)
              + "], got "
              + arm
              + "; the controller has "
              + context.actionCount()
              + " actions, numbered from 0");
    }
    return (state, random) -> arm;
  }
}
