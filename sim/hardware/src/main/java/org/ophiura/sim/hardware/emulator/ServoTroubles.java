package org.ophiura.sim.hardware.emulator;

/** What ails one emulated servo now: set by a script, read by the servo. */
final class ServoTroubles {
  private static final double ROOM_WARM = 30;

  /** Not on the bus: unplugged. */
  boolean missing;

  /** The horn does not move. */
  boolean stuck;

  /** Standard deviation of the measured position, rad. */
  double noise;

  /** Play between goal and horn, rad. */
  double backlash;

  /** Input voltage, V. */
  double voltage;

  /** Temperature, degrees Celsius. */
  double temperature = ROOM_WARM;

  /** Nothing ails it. */
  void reset(double ownVoltage) {
    missing = false;
    stuck = false;
    noise = 0;
    backlash = 0;
    voltage = ownVoltage;
    temperature = ROOM_WARM;
  }
}
