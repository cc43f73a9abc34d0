package org.ophiura.sim.hardware.dynamixel;

import org.jspecify.annotations.Nullable;

/** What a packet asks for, or that it is an answer. */
public enum Instruction {
  /** Who is there: answered with model number and firmware, whatever the status return level. */
  PING(0x01),
  /** Reads registers of one servo. */
  READ(0x02),
  /** Writes registers of one servo. */
  WRITE(0x03),
  /** Writes registers of one servo, but only at the next {@link #ACTION}. */
  REG_WRITE(0x04),
  /** Carries out what {@link #REG_WRITE} noted. */
  ACTION(0x05),
  /** Sets registers to what they were when the servo was made. */
  FACTORY_RESET(0x06),
  /** Starts the servo anew: torque off, RAM registers to their initial values. */
  REBOOT(0x08),
  /** Forgets whole turns of the position. */
  CLEAR(0x10),
  /** Keeps or brings back a copy of the registers. */
  CONTROL_TABLE_BACKUP(0x20),
  /** The answer to any of the others. */
  STATUS(0x55),
  /** Reads the same registers of several servos, which answer one after the other. */
  SYNC_READ(0x82),
  /** Writes the same registers of several servos; nobody answers. */
  SYNC_WRITE(0x83),
  /** Reads the same registers of several servos, which answer with one packet between them. */
  FAST_SYNC_READ(0x8a),
  /** Reads different registers of several servos. */
  BULK_READ(0x92),
  /** Writes different registers of several servos; nobody answers. */
  BULK_WRITE(0x93),
  /** Reads different registers of several servos, which answer with one packet between them. */
  FAST_BULK_READ(0x9a);

  private static final @Nullable Instruction[] BY_CODE = byCode();

  private final int code;

  Instruction(int code) {
    this.code = code;
  }

  private static @Nullable Instruction[] byCode() {
    @Nullable Instruction[] table = new @Nullable Instruction[256];
    for (Instruction instruction : values()) {
      table[instruction.code] = instruction;
    }
    return table;
  }

  /** Its byte in a packet. */
  public int code() {
    return code;
  }

  /** The instruction of a byte; null if there is none. Allocates nothing. */
  public static @Nullable Instruction of(int code) {
    return BY_CODE[code & 0xff];
  }
}
