package org.ophiura.sim.hardware.calibration;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import org.ophiura.sim.hardware.dynamixel.Register;
import org.ophiura.sim.hardware.dynamixel.RegisterTable;
import org.ophiura.sim.hardware.servo.ServoAccess;
import org.ophiura.sim.hardware.servo.ServoException;

/** Reads where a joint is held by hand. */
final class HandReading {
  private static final int READINGS = 5;

  /** Positions that a hand and the sensor's noise may differ by: 2 degrees. */
  private static final int STILL_TICKS = 23;

  private final ServoAccess access;
  private final int id;
  private final Register position;

  HandReading(ServoAccess access, int id, RegisterTable registers) {
    this.access = access;
    this.id = id;
    position = registers.get("present-position");
  }

  /** The position now, in words; also when the servo does not answer. */
  Supplier<String> live() {
    return () -> {
      try {
        int ticks = access.read(id, position);
        return String.format(
            Locale.ROOT, "servo %d at %d (%.1f degrees)", id, ticks, (ticks - 2048) * 360.0 / 4096);
      } catch (ServoException e) {
        return "servo " + id + " does not answer";
      }
    };
  }

  /**
   * The middle one of some readings.
   *
   * @throws CalibrationProblem if the joint moves meanwhile, or the servo is beyond its one turn
   * @throws ServoException if the servo does not answer
   */
  int ticks() throws CalibrationProblem {
    int[] readings = new int[READINGS];
    for (int i = 0; i < READINGS; i++) {
      readings[i] = access.read(id, position);
    }
    Arrays.sort(readings);
    if (readings[READINGS - 1] - readings[0] > STILL_TICKS) {
      throw new CalibrationProblem(
          "the joint moves while it is measured: hold it still until the next line");
    }
    int middle = readings[READINGS / 2];
    if (middle < 0 || middle > 4095) {
      throw new CalibrationProblem(
          "the servo is at position "
              + middle
              + ", outside of its turn (0 to 4095): take the horn off, turn the servo to its middle"
              + " (2048), and mount it again with the joint in the middle of its range");
    }
    return middle;
  }
}
