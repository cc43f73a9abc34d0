package org.ophiura.motion.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.ophiura.motion.cpg.CpgParameters;
import org.ophiura.sim.plugin.SettingException;

final class DecisionScheduleTest {
  @Test
  void amplitudesRestInTheFirstAndLastTicksOfADecision() {
    DecisionSchedule schedule = new DecisionSchedule(50, 5, 5);
    for (int tick = 0; tick < 50; tick++) {
      assertEquals(tick < 5 || tick >= 45, schedule.rests(tick), "tick " + tick);
      assertEquals(tick == 0, schedule.startsAfresh(tick), "tick " + tick);
    }
  }

  @Test
  void withoutRestsTheGeneratorRunsOn() {
    DecisionSchedule eachTick = new DecisionSchedule(1, 0, 0);
    assertFalse(eachTick.startsAfresh(0));
    assertFalse(eachTick.rests(0));
    DecisionSchedule coolDownOnly = new DecisionSchedule(3, 0, 1);
    assertFalse(coolDownOnly.startsAfresh(0));
    assertFalse(coolDownOnly.rests(1));
    assertTrue(coolDownOnly.rests(2));
  }

  @Test
  void restTouchesAmplitudesAlone() {
    DecisionSchedule schedule = new DecisionSchedule(3, 1, 1);
    CpgParameters parameters = new CpgParameters(2);
    parameters.setTarget(0, 0.5, 0.4);
    parameters.setAngularFrequency(3);
    parameters.setCoupledBias(0, 1, 1);
    schedule.rest(1, parameters);
    assertEquals(0.5, parameters.amplitudes().get(0, 0));
    schedule.rest(0, parameters);
    assertEquals(0, parameters.amplitudes().get(0, 0));
    assertEquals(0.4, parameters.offsets().get(0, 0));
    assertEquals(3, parameters.angularFrequencies().get(0, 0));
    assertEquals(1, parameters.phaseBiases().get(0, 1));
  }

  @Test
  void restsThatFillTheDecisionAreRefused() {
    assertRefused("warm-up-ticks", 5, 5, 0);
    assertRefused("cool-down-ticks", 10, 5, 5);
    assertRefused("cool-down-ticks", 5, 0, 5);
    assertRefused("decision-period", 0, 0, 0);
    assertRefused("warm-up-ticks", 5, -1, 0);
    assertRefused("cool-down-ticks", 5, 0, -1);
    assertRefused("warm-up-ticks", 5, Integer.MAX_VALUE, Integer.MAX_VALUE);
  }

  private static void assertRefused(String path, int period, int warmUp, int coolDown) {
    SettingException e =
        assertThrows(SettingException.class, () -> new DecisionSchedule(period, warmUp, coolDown));
    assertEquals(path, e.path());
  }
}
