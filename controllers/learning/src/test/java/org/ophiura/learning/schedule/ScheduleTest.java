package org.ophiura.learning.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.SettingException;

class ScheduleTest {
  /** A few roundings of numbers around 1. */
  private static final double ROUNDING = 1e-15;

  @Test
  void constantNeverChanges() {
    Schedule schedule = new ConstantSchedule(0.3);
    assertEquals(0.3, schedule.at(0, 10));
    assertEquals(0.3, schedule.at(9, 10));
  }

  @Test
  void lineRunsFromTheFirstEpisodeToItsFractionOfThePlan() {
    Schedule schedule = new LinearSchedule(0.8, 0.05, 0.75);
    assertEquals(0.8, schedule.at(0, 100));
    assertEquals(0.8 - 0.75 / 3, schedule.at(25, 100), ROUNDING);
    assertEquals(0.05 + 0.01, schedule.at(74, 100), ROUNDING);
    assertEquals(0.05, schedule.at(75, 100));
    assertEquals(0.05, schedule.at(99, 100));
  }

  @Test
  void lineMayRise() {
    Schedule schedule = new LinearSchedule(0, 1, 1);
    assertEquals(0.5, schedule.at(5, 10));
    assertEquals(1, schedule.at(10, 10));
  }

  @Test
  void exponentialTakesTheSameFactorInEachEpisode() {
    Schedule schedule = new ExponentialSchedule(0.8, 0.1, 0.75);
    assertEquals(0.8, schedule.at(0, 40));
    double factor = Math.pow(0.1 / 0.8, 1.0 / 30);
    for (int episode = 1; episode <= 30; episode++) {
      assertEquals(factor, schedule.at(episode, 40) / schedule.at(episode - 1, 40), 1e-14);
    }
    assertEquals(0.1, schedule.at(30, 40));
    assertEquals(0.1, schedule.at(39, 40));
  }

  @Test
  void planOfOneEpisodeStartsAtTheStart() {
    for (Schedule schedule :
        List.of(new LinearSchedule(0.8, 0.05, 0.01), new ExponentialSchedule(0.8, 0.05, 0.01))) {
      assertEquals(0.8, schedule.at(0, 1));
    }
  }

  @Test
  void choicesOfATrialFileAreMade() {
    assertEquals(0.5, create(new LinearPlugin(), new LinearSchedule(1, 0, 1)).at(1, 2));
    assertEquals(0.25, create(new ConstantPlugin(), new ConstantSchedule(0.25)).at(1, 2));
    assertEquals(
        0.5, create(new ExponentialPlugin(), new ExponentialSchedule(1, 0.25, 1)).at(1, 2));
  }

  @Test
  void numbersOutOfRangeAreRefusedByName() {
    assertRefused("value must be in [0, 1], got 1.5", () -> new ConstantSchedule(1.5));
    assertRefused("from must be in [0, 1], got -0.1", () -> new LinearSchedule(-0.1, 0, 1));
    assertRefused("to must be in [0, 1], got NaN", () -> new LinearSchedule(0.1, Double.NaN, 1));
    assertRefused("over-fraction must be in (0, 1], got 0", () -> new LinearSchedule(0, 0, 0));
    assertRefused("from must be in (0, 1], got 0", () -> new ExponentialSchedule(0, 0.1, 1));
    assertRefused("to must be in (0, 1], got 0", () -> new ExponentialSchedule(0.1, 0, 1));
    assertRefused(
        "over-fraction must be in (0, 1], got 2", () -> new ExponentialSchedule(0.1, 0.1, 2));
  }

  private static Schedule create(SchedulePlugin<?> plugin, Record settings) {
    return SchedulePlugin.create(new Choice<>(plugin, settings));
  }

  private static void assertRefused(String message, Runnable make) {
    SettingException e = assertThrows(SettingException.class, make::run);
    String got = e.path() + " " + e.rule();
    assertTrue(got.startsWith(message), got);
  }
}
