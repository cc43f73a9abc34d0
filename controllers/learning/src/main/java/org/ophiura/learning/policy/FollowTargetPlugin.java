package org.ophiura.learning.policy;

import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyPlugin;
import org.ophiura.learning.indexer.TargetDirectionPlugin;
import org.ophiura.sim.plugin.SettingException;

/**
 * The policy {@code follow-target}: the arm that points at the target leads. It knows what a
 * learner has to find out, and so serves as the measure of it.
 */
public final class FollowTargetPlugin implements PolicyPlugin<NoSettings> {
  @Override
  public String id() {
    return "follow-target";
  }

  @Override
  public String summary() {
    return "The arm that points at the target leads: the oracle to measure a learner by.";
  }

  @Override
  public Class<NoSettings> settings() {
    return NoSettings.class;
  }

  @Override
  public Policy create(NoSettings settings, PolicyContext context) {
    if (!context.indexerId().equals(TargetDirectionPlugin.ID)) {
      throw new SettingException(
          "",
          "needs states that are directions of arms, got the indexer '"
              + context.indexerId()
              + "'; set the controller's indexer to "
              + TargetDirectionPlugin.ID
              + " or choose another policy");
    }
    if (context.stateCount() != context.actionCount()) {
      throw new SettingException(
          "",
          "needs one action per direction, got "
              + context.stateCount()
              + " directions and "
              + context.actionCount()
              + " actions; set the indexer's arms to "
              + context.actionCount());
    }
    return (state, random) -> state;
  }
}
