package org.ophiura.sim;

/** A point in the world frame, in metres. */
public record Position(double x, double y, double z) {
  /** Checks that all coordinates are finite. */
  public Position {
    if (!Double.isFinite(x) || !Double.isFinite(y) || !Double.isFinite(z)) {
      throw new IllegalArgumentException(
          "a position must be finite (m), got [" + x + ", " + y + ", " + z + "]");
    }
  }
}
