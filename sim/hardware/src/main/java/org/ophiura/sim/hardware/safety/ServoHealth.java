package org.ophiura.sim.hardware.safety;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Watches what servos report of themselves. What a servo does not report is NaN and stops nothing.
 * Belongs to one thread; allocates nothing after construction.
 */
public final class ServoHealth {
  private final double temperature;
  private final double load;
  private final long bearableTicks;
  private final double voltage;
  private final long[] loadedTicks;

  /** Makes a watch over {@code servos} servos that are looked at once in each period. */
  public ServoHealth(SafetySettings settings, int servos, double periodSeconds) {
    temperature = settings.temperature();
    load = settings.load();
    bearableTicks = (long) Math.floor(settings.overloadTime() / periodSeconds);
    voltage = settings.voltage().orElse(Double.NEGATIVE_INFINITY);
    loadedTicks = new long[servos];
  }

  /** Forgets how long servos have been loaded, when the robot is started again. */
  public void start() {
    Arrays.fill(loadedTicks, 0);
  }

  /**
   * Looks at one servo, once in a period.
   *
   * @param celsius its temperature in degrees Celsius
   * @param volts its supply
   * @param partOfGreatestLoad its load, of either sign
   * @return why the robot has to stop; null where it may go on
   */
  public @Nullable StopReason check(
      int servo, double celsius, double volts, double partOfGreatestLoad) {
    loadedTicks[servo] = Math.abs(partOfGreatestLoad) >= load ? loadedTicks[servo] + 1 : 0;
    if (celsius >= temperature) {
      return StopReason.HOT_SERVO;
    }
    if (volts < voltage) {
      return StopReason.LOW_VOLTAGE;
    }
    return loadedTicks[servo] > bearableTicks ? StopReason.OVERLOADED_SERVO : null;
  }
}
