package org.ophiura.sim.hardware.dynamixel;

import java.util.ArrayList;
import java.util.List;

/** What ails a servo: the bits of its registers 70 (hardware error status) and 63 (shutdown). */
public enum HardwareError {
  /** The voltage is beyond its limits. */
  INPUT_VOLTAGE(0, "input voltage out of range: charge the battery or check the supply"),
  /** It is too hot. */
  OVERHEATING(2, "too hot: let it cool, and lower the load"),
  /** The sensor of the motor fails. */
  MOTOR_ENCODER(3, "motor encoder fails: exchange the servo"),
  /** Electric shock, or too little power for the motor. */
  ELECTRICAL_SHOCK(4, "electric shock or too little power for the motor: check the wiring"),
  /** It has pushed as hard as it can for too long. */
  OVERLOAD(5, "overloaded for too long: free the joint, and lower the load");

  private final int bit;
  private final String sentence;

  HardwareError(int bit, String sentence) {
    this.bit = bit;
    this.sentence = sentence;
  }

  /** Its bit in the registers, as a number such as 4 for bit 2. */
  public int mask() {
    return 1 << bit;
  }

  /** What it means and what to do about it. */
  public String sentence() {
    return sentence;
  }

  /** All errors of a register's value, in the order of their bits. Allocates. */
  public static List<HardwareError> of(int register) {
    List<HardwareError> errors = new ArrayList<>();
    for (HardwareError error : values()) {
      if ((register & error.mask()) != 0) {
        errors.add(error);
      }
    }
    return errors;
  }
}
