package org.ophiura.sim.hardware.dynamixel;

import org.jspecify.annotations.Nullable;

/**
 * Why a servo did not do what a packet asked for: the lower seven bits of a status packet's error.
 */
public enum StatusError {
  /** All went well. */
  NONE(0, "no error"),
  /** It could not do it. */
  RESULT_FAIL(1, "failed to carry out the instruction"),
  /** It does not know the instruction, or has nothing noted for an action. */
  INSTRUCTION(2, "does not know the instruction"),
  /** The packet arrived with a wrong check sum. */
  CRC(3, "received a packet with a wrong check sum"),
  /** The value is beyond the register's range, or the bus watchdog has locked the goal. */
  DATA_RANGE(
      4,
      "the value is out of the register's range, or the bus watchdog (register 98) has expired and"
          + " locks the goals until 0 is written to it"),
  /** Fewer bytes than the register has. */
  DATA_LENGTH(5, "the value has fewer bytes than the register"),
  /** The value is beyond a limit that another register sets. */
  DATA_LIMIT(6, "the value is beyond the limit that another register sets"),
  /** The register does not exist, cannot be written, or is locked by the torque. */
  ACCESS(
      7,
      "the register does not exist, is read-only, or is one of the EEPROM (below 64) while the torque"
          + " is on");

  /** The bit of a status packet's error that says: look at the hardware error status. */
  public static final int ALERT = 0x80;

  private static final StatusError[] ALL = values();

  private final int code;
  private final String sentence;

  StatusError(int code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** Its number in a packet. */
  public int code() {
    return code;
  }

  /** What it means, for messages. */
  public String sentence() {
    return sentence;
  }

  /**
   * The error of a status packet's byte, without the alert; null for a number that has no meaning.
   */
  public static @Nullable StatusError of(int error) {
    int number = error & ~ALERT & 0xff;
    return number < ALL.length ? ALL[number] : null;
  }
}
