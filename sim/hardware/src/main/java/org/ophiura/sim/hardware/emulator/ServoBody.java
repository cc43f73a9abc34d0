package org.ophiura.sim.hardware.emulator;

/** The moving part of one emulated servo: what its motor drives and its sensors measure. */
public interface ServoBody {
  /** Angle of the horn (rad); 0 at the middle of the servo's turn. */
  double position();

  /** Its velocity (rad/s). */
  double velocity();

  /** What the motor gives now, as a fraction of the most that it can: -1 to 1. */
  double effort();

  /**
   * Sets what the motor does from now on.
   *
   * @param goal angle that it strives for (rad)
   * @param torque whether it is driven at all; the goal is of no effect otherwise
   */
  void drive(double goal, boolean torque);

  /** Jams the horn where it is, or lets it go. */
  void jam(boolean jammed);
}
