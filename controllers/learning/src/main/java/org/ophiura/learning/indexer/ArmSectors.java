package org.ophiura.learning.indexer;

/**
 * The directions around a robot, divided into equal sectors that are centred on its arms: arm
 * {@code k} points at {@code 2 pi k / arms} from the robot's own x axis, counter-clockwise seen
 * from above.
 *
 * @param arms number of sectors, at least 1
 */
record ArmSectors(int arms) {
  private static final double TURN_RADIANS = 2 * Math.PI;

  /** Checks the number. */
  ArmSectors {
    if (arms < 1) {
      throw new IllegalArgumentException("arms must be >= 1, got " + arms);
    }
  }

  /**
   * The arm that points closest to a direction; on the edge of two sectors the one that lies
   * counter-clockwise; 0 for NaN.
   *
   * @param radians from the robot's own x axis, in any number of turns
   */
  int nearest(double radians) {
    double sectors = (wrap(radians) + Math.PI / arms) / (TURN_RADIANS / arms);
    return Math.floorMod((int) Math.floor(sectors), arms);
  }

  /** The same direction as an angle in [-pi, pi), from any number of turns. */
  static double wrap(double radians) {
    double wrapped = Math.IEEEremainder(radians, TURN_RADIANS);
    return wrapped >= Math.PI ? wrapped - TURN_RADIANS : wrapped;
  }
}
