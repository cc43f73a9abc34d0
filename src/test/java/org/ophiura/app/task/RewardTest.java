package org.ophiura.app.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.ophiura.sim.plugin.SettingException;

final class RewardTest {
  /** One rounding of a sum around 20. */
  private static final double ROUNDING = 4e-15;

  @Test
  void progressIsWorthItselfAndDecisionsCostNothing() {
    Reward reward = new Reward.Progress();
    assertEquals(0.25, reward.ofStep(0.25, false));
    assertEquals(-0.25, reward.ofStep(-0.25, true));
    assertEquals(0, reward.ofDecision());
  }

  @Test
  void aSparseRewardIsForArrivalOnly() {
    Reward reward = new Reward.Sparse(20, 0.001);
    assertEquals(0, reward.ofStep(0.25, false));
    assertEquals(-0.001, reward.ofDecision());
  }

  @Test
  void aRichRewardIsForTheProgressUntilArrival() {
    Reward reward = new Reward.Rich(20, 2, 0.001);
    assertEquals(0.5, reward.ofStep(0.25, false));
    assertEquals(-0.5, reward.ofStep(-0.25, false));
    assertEquals(-0.001, reward.ofDecision());
  }

  @Test
  void theDecisionThatReachesTheTargetIsWorthTwentyInAll() {
    for (Reward reward :
        new Reward[] {new Reward.Sparse(20, 0.001), new Reward.Rich(20, 2, 0.001)}) {
      assertEquals(20, reward.ofDecision() + reward.ofStep(0.25, true), ROUNDING);
    }
  }

  @Test
  void costsAreNotNegative() {
    SettingException refusal =
        assertThrows(SettingException.class, () -> new Reward.Sparse(20, -0.001));
    assertEquals("decision-cost must be in [0, 1000000], got -0.001", refusal.getMessage());
  }
}
