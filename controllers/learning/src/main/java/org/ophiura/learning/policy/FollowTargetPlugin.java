package org.ophiura.learning.policy;

import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyPlugin;
import org.ophiura.sim.plugin.SettingException;

/**
 * The policy {@code follow-target}: the arm that the indexer names leads, such as the one that
 * points at the target. It knows what a learner has to find out, and so serves as the measure of
 * it.
 */
public final class FollowTargetPlugin implements PolicyPlugin<NoSettings> {
  @Override
  public String id() {
    return "follow-target";
  }

  @Override
  public String summary() {
    return "The arm that the indexer names leads, such as the one that points at the target: the oracle to"
        + " measure a learner by.";
  }

  @Override
  public Class<NoSettings> settings() {
    return NoSettings.class;
  }

  @Override
  public Policy create(NoSettings settings, PolicyContext context) {
    if (!context.statesAreArms()) {
      throw new SettingException(
          "",
          "needs states that are arms, got the indexer '"
              + context.indexerId()
              + "'; set the controller's indexer to target-direction, compass or darkest-arm, or"
              + " choose another policy");
    }
    if (context.stateCount() != context.actionCount()) {
      throw new SettingException(
          "",
          "needs one action per arm, got "
              + context.stateCount()
              + " arms and "
              + context.actionCount()
              + " actions; set the indexer's arms to "
              + context.actionCount());
    }
    return (state, random) -> state;
  }
}
