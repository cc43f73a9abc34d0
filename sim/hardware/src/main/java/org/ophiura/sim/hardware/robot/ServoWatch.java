package org.ophiura.sim.hardware.robot;

import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.safety.SafetySettings;
import org.ophiura.sim.hardware.safety.ServoHealth;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;

/** Looks at all servos once in a cycle, for a reason to stop. Allocates nothing but a stop. */
final class ServoWatch {
  private final ServoHealth health;
  private final int mostAge;

  ServoWatch(SafetySettings settings, int servos, double periodSeconds) {
    health = new ServoHealth(settings, servos, periodSeconds);
    mostAge = (int) Math.max(1, Math.floor(settings.commandTimeout() / periodSeconds));
  }

  /** Forgets what was, when the robot is started again. */
  void start() {
    health.start();
  }

  @Nullable Stop check(Readings readings) {
    for (int i = 0; i < readings.size(); i++) {
      if (readings.age(i) > mostAge) {
        return new Stop(StopReason.LINK_LOST, i, readings.age(i));
      }
      if (readings.error(i)) {
        return new Stop(StopReason.SERVO_ERROR, i, Double.NaN);
      }
      StopReason reason =
          health.check(i, readings.temperature(i), readings.voltage(i), readings.load(i));
      if (reason != null) {
        return new Stop(reason, i, value(reason, readings, i));
      }
    }
    return null;
  }

  private static double value(StopReason reason, Readings readings, int servo) {
    return switch (reason) {
      case HOT_SERVO -> readings.temperature(servo);
      case LOW_VOLTAGE -> readings.voltage(servo);
      default -> readings.load(servo);
    };
  }
}
