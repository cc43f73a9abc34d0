package org.ophiura.sim.hardware.dynamixel;

import java.util.Arrays;
import java.util.Optional;

/**
 * A servo that can be bought, with its registers. All speak Protocol 2.0, count 4,096 positions in
 * a turn, and have the registers of {@link Address} at the same places.
 *
 * <p>Source: ROBOTIS e-manual, one page for each model.
 */
public enum ServoModel {
  /** Small and fast, 5 V, measures its current. */
  XL330_M077(1190, "xl330-m077", 46),
  /** Small and strong, 5 V, measures its current. */
  XL330_M288(1200, "xl330-m288", 46),
  /** 11.1 V, measures its load. */
  XL430_W250(1060, "xl430-w250", 45);

  private static final int[] BAUD_RATES = {
    9_600, 57_600, 115_200, 1_000_000, 2_000_000, 3_000_000, 4_000_000, 4_500_000
  };

  private final int number;
  private final int fastReadFirmware;

  @SuppressWarnings("ImmutableEnumChecker") // A table is immutable.
  private final RegisterTable registers;

  ServoModel(int number, String table, int fastReadFirmware) {
    this.number = number;
    this.fastReadFirmware = fastReadFirmware;
    registers = RegisterTable.load(table);
  }

  /** The model with a number; empty for one that is not known here. */
  public static Optional<ServoModel> of(int number) {
    for (ServoModel model : values()) {
      if (model.number == number) {
        return Optional.of(model);
      }
    }
    return Optional.empty();
  }

  /** The model number that it answers to a ping. */
  public int number() {
    return number;
  }

  /** First firmware that knows fast sync reads. */
  public int fastReadFirmware() {
    return fastReadFirmware;
  }

  /** Its registers. */
  public RegisterTable registers() {
    return registers;
  }

  /** Whether {@link Address#PRESENT_EFFORT} is a current (mA), and not a load (0.1 %). */
  public boolean measuresCurrent() {
    return registers.has("present-current");
  }

  /** Bits per second of a value of the register {@code baud-rate}; 0 for one without meaning. */
  public int baud(int value) {
    return value >= 0 && value <= registers.get("baud-rate").maximum() ? BAUD_RATES[value] : 0;
  }

  /** All baud rates that it knows, the slowest first. Allocates. */
  public int[] baudRates() {
    return Arrays.copyOf(BAUD_RATES, registers.get("baud-rate").maximum() + 1);
  }

  /** The value of the register {@code baud-rate} for bits per second; -1 if it has none. */
  public int baudValue(int baud) {
    for (int value = 0; value < BAUD_RATES.length; value++) {
      if (baud(value) == baud) {
        return value;
      }
    }
    return -1;
  }
}
