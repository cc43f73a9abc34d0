package org.ophiura.sim.hardware.safety;

/** Why a robot was stopped. */
public enum StopReason {
  /** A key was pressed. */
  KEY(1, "a key was pressed"),
  /** The stop file appeared. */
  FILE(2, "the stop file appeared; remove it before the next start"),
  /** The process was asked to end. */
  SIGNAL(3, "the process was asked to end, by Ctrl-C, SIGTERM or its terminal"),
  /** The program asked for it. */
  REQUEST(4, "the program asked for it"),
  /** The controller threw an exception. */
  CONTROLLER_EXCEPTION(5, "the controller failed with an exception; see the log of this run"),
  /** The controller did not return in time. */
  CONTROLLER_TIMEOUT(
      6,
      "the controller did not give a command in time; make it faster, lower the control rate or"
          + " raise controller-timeout"),
  /** No command reached the servos in time, though the controller is not to blame. */
  STALE_COMMAND(
      7,
      "no command reached the servos in time; see the loop's overruns, and whether other programs"
          + " take the processor"),
  /** The robot does not answer. */
  LINK_LOST(8, "the robot does not answer; check power, cable and adapter"),
  /** A servo is too hot. */
  HOT_SERVO(9, "a servo is too hot; let it cool down, and lower its load"),
  /** A servo had to give more than it may. */
  OVERLOADED_SERVO(10, "a servo is over-loaded; look for what blocks the joint"),
  /** The supply is too weak. */
  LOW_VOLTAGE(11, "the voltage is too low; charge the battery or check the supply"),
  /** A servo reports an error of its own, or has restarted. */
  SERVO_ERROR(12, "a servo reports an error of its own; ask it with the doctor, then restart it"),
  /** A command was NaN or infinite. */
  COMMAND_NOT_FINITE(13, "the controller gave a command that is not a finite number"),
  /** Something that was measured is NaN or infinite. */
  MEASUREMENT_NOT_FINITE(14, "a measured position is not a finite number; check sensors and link"),
  /** Calibration is missing, or the measured positions contradict it. */
  CALIBRATION(15, "the calibration is missing or wrong; calibrate the robot before it is started"),
  /** The source of what servos do not measure has nothing new. */
  STATE_LOST(
      16,
      "nothing new is heard of what the servos do not measure; check the source of the state, such"
          + " as motion capture");

  private final int code;
  private final String sentence;

  StopReason(int code, String sentence) {
    this.code = code;
    this.sentence = sentence;
  }

  /** What logs call it: a number from 1, which does not change. */
  public int code() {
    return code;
  }

  /** What stands behind the value of a stop for this reason. */
  String unit() {
    return switch (this) {
      case LINK_LOST -> " control periods of silence";
      case HOT_SERVO -> " degrees Celsius";
      case OVERLOADED_SERVO -> " of its greatest load";
      case LOW_VOLTAGE -> " V";
      default -> "";
    };
  }

  /** Whether the value of such a stop may be NaN and still says something. */
  boolean isNotFinite() {
    return this == COMMAND_NOT_FINITE || this == MEASUREMENT_NOT_FINITE;
  }

  /** What happened and what to do about it, for the people beside the robot. */
  public String sentence() {
    return sentence;
  }
}
