package org.ophiura.sim.hardware.dynamixel;

/** Where the registers of the X series are that a control loop needs; the tables have them all. */
public final class Address {
  /** Identity of the servo, 1 byte. */
  public static final int ID = 7;

  /** Baud rate, as a number, 1 byte. */
  public static final int BAUD_RATE = 8;

  /** Pause before an answer, 2 us, 1 byte. */
  public static final int RETURN_DELAY_TIME = 9;

  /** What the goals mean, 1 byte; 3 for positions within a turn. */
  public static final int OPERATING_MODE = 11;

  /** Added to the position that is answered, 4 bytes. */
  public static final int HOMING_OFFSET = 20;

  /** Which hardware errors take the torque off, 1 byte. */
  public static final int SHUTDOWN = 63;

  /** Whether the motor is driven, 1 byte. */
  public static final int TORQUE_ENABLE = 64;

  /** Which instructions are answered, 1 byte; 2 for all. */
  public static final int STATUS_RETURN_LEVEL = 68;

  /** What ails the servo, 1 byte of {@link HardwareError}. */
  public static final int HARDWARE_ERROR_STATUS = 70;

  /** Greatest pause between instructions, 20 ms, 1 byte; 255 (-1) once it was exceeded. */
  public static final int BUS_WATCHDOG = 98;

  /** Target position, 4 bytes. */
  public static final int GOAL_POSITION = 116;

  /** Current (XL330) or load (XL430), 2 bytes. */
  public static final int PRESENT_EFFORT = 126;

  /** Velocity, 0.229 rev/min, 4 bytes. */
  public static final int PRESENT_VELOCITY = 128;

  /** Position, 4 bytes. */
  public static final int PRESENT_POSITION = 132;

  /** Input voltage, 0.1 V, 2 bytes. */
  public static final int PRESENT_INPUT_VOLTAGE = 144;

  /** Temperature, degrees Celsius, 1 byte. */
  public static final int PRESENT_TEMPERATURE = 146;

  private Address() {}
}
