package org.ophiura.sim.hardware.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.hardware.limit.LimitSettings;

final class WatchesTest {
  private static final double COLD = 30;
  private static final double VOLTS = 11;

  /** Hot at 65, loaded at 0.9 for more than 0.05 s, weak below 9 V. */
  private final ServoHealth health =
      new ServoHealth(
          new SafetySettings(
              LimitSettings.DEFAULT, 1, 0.1, 1.5, 0.1, 65, 0.9, 0.05, Optional.of(9.0)),
          2,
          0.01);

  @Test
  void aCommandThatIsTooOldIsNoticed() {
    CommandWatchdog watchdog = new CommandWatchdog(0.1, 1_000);
    assertFalse(watchdog.expired(100_001_000));
    assertTrue(watchdog.expired(100_001_001));
    watchdog.feed(50_000_000);
    assertFalse(watchdog.expired(150_000_000));
  }

  @Test
  void aClockThatWrapsAroundDoesNotStopTheRobot() {
    CommandWatchdog watchdog = new CommandWatchdog(0.1, Long.MAX_VALUE - 10);
    assertFalse(watchdog.expired(Long.MIN_VALUE + 10));
    assertTrue(watchdog.expired(Long.MIN_VALUE + 100_000_000));
  }

  @Test
  void aHotServoStopsTheRobot() {
    assertNull(health.check(0, 64.9, VOLTS, 0));
    assertEquals(StopReason.HOT_SERVO, health.check(0, 65, VOLTS, 0));
  }

  @Test
  void aWeakSupplyStopsTheRobot() {
    assertNull(health.check(0, COLD, 9, 0));
    assertEquals(StopReason.LOW_VOLTAGE, health.check(0, COLD, 8.9, 0));
  }

  @Test
  void onlyALoadThatLastsStopsTheRobot() {
    for (int tick = 0; tick < 5; tick++) {
      assertNull(health.check(1, COLD, VOLTS, -0.95));
    }
    assertNull(health.check(1, COLD, VOLTS, 0.2), "relief starts the count anew");
    for (int tick = 0; tick < 5; tick++) {
      assertNull(health.check(1, COLD, VOLTS, 0.95));
    }
    assertEquals(StopReason.OVERLOADED_SERVO, health.check(1, COLD, VOLTS, 0.95));
    health.start();
    assertNull(health.check(1, COLD, VOLTS, 0.95));
  }

  @Test
  void whatIsNotReportedStopsNothing() {
    assertNull(health.check(0, Double.NaN, Double.NaN, Double.NaN));
  }
}
