package org.ophiura.sim.hardware.emulator;

/** The moving parts of all emulated servos, on one clock: physics, or something simpler. */
public interface RobotBody {
  /** How many servos it has parts for. */
  int size();

  /** The part of one servo: the same object at every call. */
  ServoBody servo(int index);

  /**
   * Moves on to a time (ns since the emulation began); an earlier time than before does nothing.
   */
  void advanceTo(long nanos);
}
