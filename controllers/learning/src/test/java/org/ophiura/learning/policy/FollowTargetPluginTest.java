package org.ophiura.learning.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyContract;
import org.ophiura.sim.plugin.SettingException;

class FollowTargetPluginTest extends PolicyContract {
  private final FollowTargetPlugin plugin = new FollowTargetPlugin();

  @Override
  protected Policy newPolicy() {
    return plugin.create(new NoSettings(), new PolicyContext(5, 5, "target-direction", true));
  }

  @Override
  protected int stateCount() {
    return 5;
  }

  @Override
  protected int actionCount() {
    return 5;
  }

  @Test
  void armThatPointsAtTheTargetLeads() {
    for (int state = 0; state < 5; state++) {
      assertEquals(state, newPolicy().choose(state, new SplittableRandom(1)));
    }
  }

  @Test
  void indexerOfOtherStatesIsRefusedWithTheRemedy() {
    SettingException e = refused(new PolicyContext(36, 5, "grid-cell", false));
    assertTrue(e.rule().contains("got the indexer 'grid-cell'"), e.rule());
    assertTrue(e.rule().contains("target-direction, compass or darkest-arm"), e.rule());
  }

  @Test
  void directionsWithoutAnActionAreRefused() {
    SettingException e = refused(new PolicyContext(6, 5, "target-direction", true));
    assertTrue(e.rule().contains("6 arms and 5 actions"), e.rule());
    assertTrue(e.rule().contains("set the indexer's arms to 5"), e.rule());
  }

  private SettingException refused(PolicyContext context) {
    NoSettings settings = new NoSettings();
    return assertThrows(SettingException.class, () -> plugin.create(settings, context));
  }
}
