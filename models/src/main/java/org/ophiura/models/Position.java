package org.ophiura.models;

/**
 * A point in the world frame: x towards arm 0, y to its left, z up, origin on the ground at the
 * middle of the arena.
 *
 * @param xMetres along arm 0, finite
 * @param yMetres to the left of arm 0, finite
 * @param zMetres above the ground, finite
 */
public record Position(double xMetres, double yMetres, double zMetres) {
  /**
   * @throws IllegalArgumentException if a coordinate is not finite
   */
  public Position {
    Rules.finite("position[0]", xMetres, "m");
    Rules.finite("position[1]", yMetres, "m");
    Rules.finite("position[2]", zMetres, "m");
  }
}
