package org.ophiura.models;

/**
 * The central disk: a pentagon to look at, a cylinder to collide with.
 *
 * @param radiusMetres from the centre to where the arms start; greater than 0
 * @param halfHeightMetres half of the thickness; greater than 0
 * @param densityKilogramsPerCubicMetre of the cylinder; greater than 0
 */
public record Disk(
    double radiusMetres, double halfHeightMetres, double densityKilogramsPerCubicMetre) {

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public Disk {
    Rules.positive("disk-radius", radiusMetres, "m");
    Rules.positive("disk-half-height", halfHeightMetres, "m");
    Rules.positive("disk-density", densityKilogramsPerCubicMetre, "kg/m^3");
  }

  /**
   * The reference model's disk: radius 0.125 m, half-height 0.025 m, density 1270 kg/m^3 (measured
   * on brittle stars: doi 10.1088/1748-3190/adbecb).
   */
  public static Disk reference() {
    return new Disk(0.125, 0.025, 1270);
  }
}
