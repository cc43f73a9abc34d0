package org.ophiura.learning.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContext;
import org.ophiura.learning.PolicyContract;
import org.ophiura.sim.plugin.SettingException;

class FixedArmPluginTest extends PolicyContract {
  private static final PolicyContext CONTEXT = new PolicyContext(7, 5, "any", false);

  private final FixedArmPlugin plugin = new FixedArmPlugin();

  @Override
  protected Policy newPolicy() {
    return plugin.create(new FixedArmSettings(4), CONTEXT);
  }

  @Override
  protected int stateCount() {
    return CONTEXT.stateCount();
  }

  @Override
  protected int actionCount() {
    return CONTEXT.actionCount();
  }

  @Test
  void sameArmLeadsInEveryState() {
    for (int state = 0; state < stateCount(); state++) {
      assertEquals(4, newPolicy().choose(state, new SplittableRandom(state)));
    }
  }

  @Test
  void armThatDoesNotExistIsRefused() {
    FixedArmSettings settings = new FixedArmSettings(5);
    SettingException e =
        assertThrows(SettingException.class, () -> plugin.create(settings, CONTEXT));
    assertEquals(
        "arm must be in [0, 4], got 5; the controller has 5 actions, numbered from 0",
        e.getMessage());
  }

  @Test
  void negativeArmIsRefused() {
    SettingException e = assertThrows(SettingException.class, () -> new FixedArmSettings(-1));
    assertEquals("arm must be >= 0, got -1", e.getMessage());
  }
}
