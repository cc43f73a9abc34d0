package org.ophiura.sim.hardware.emulator;

import org.ophiura.sim.hardware.dynamixel.Address;
import org.ophiura.sim.hardware.dynamixel.Register;
import org.ophiura.sim.hardware.dynamixel.StatusError;

/** Which values a servo lets itself be written. */
final class WriteRules {
  /** What the bus watchdog reads when it has expired: -1. */
  static final int EXPIRED = 255;

  private static final int GOAL_PWM = 100;
  private static final int GOAL_CURRENT = 102;
  private static final int GOAL_VELOCITY = 104;
  private static final int POSITION_MODE = 3;

  private final RegisterFile registers;
  private final KeyRegisters known;

  WriteRules(RegisterFile registers, KeyRegisters known) {
    this.registers = registers;
    this.known = known;
  }

  /**
   * Why a value cannot be written to a register, or that it can.
   *
   * @param shutDown whether a hardware error has taken the torque off
   */
  StatusError check(Register register, int value, boolean shutDown) {
    boolean torque = registers.get(known.torqueEnable) != 0;
    boolean expired = registers.get(known.busWatchdog) == EXPIRED;
    if (register.isPermanent() && torque) {
      return StatusError.ACCESS;
    }
    if (!register.allows(value)) {
      return StatusError.DATA_RANGE;
    }
    return switch (register.address()) {
      // The e-manual only says that a reboot is needed.
      case Address.TORQUE_ENABLE ->
          value == 1 && shutDown ? StatusError.RESULT_FAIL : StatusError.NONE;
      case Address.BUS_WATCHDOG ->
          value != 0 && expired ? StatusError.DATA_RANGE : StatusError.NONE;
      case GOAL_PWM -> goal(expired, Math.abs(value) <= registers.get(known.pwmLimit));
      case GOAL_CURRENT -> goal(expired, Math.abs(value) <= registers.get(known.currentLimit));
      case GOAL_VELOCITY -> goal(expired, Math.abs(value) <= registers.get(known.velocityLimit));
      case Address.GOAL_POSITION ->
          goal(
              expired,
              registers.get(known.operatingMode) != POSITION_MODE
                  || (value >= registers.get(known.minPositionLimit)
                      && value <= registers.get(known.maxPositionLimit)));
      default -> StatusError.NONE;
    };
  }

  private static StatusError goal(boolean expired, boolean withinLimit) {
    if (expired) {
      return StatusError.DATA_RANGE;
    }
    return withinLimit ? StatusError.NONE : StatusError.DATA_LIMIT;
  }
}
