package org.ophiura.models;

/**
 * The aquarium: a rectangular ground in water with four glass walls, and perhaps a target.
 *
 * @param halfSizeXMetres from the middle to the walls along x; greater than 0
 * @param halfSizeYMetres from the middle to the walls along y; greater than 0
 * @param wallHeightMetres half of the walls' height above the ground, as the reference counts it;
 *     greater than 0
 * @param wallThicknessMetres half of the walls' thickness, as the reference counts it; greater than
 *     0
 * @param ground what the ground looks like
 * @param target whether there is a target to reach
 */
public record AquariumArena(
    double halfSizeXMetres,
    double halfSizeYMetres,
    double wallHeightMetres,
    double wallThicknessMetres,
    Ground ground,
    boolean target) {

  /** Pixels of the sand texture per metre of half-size: what a light map over it needs. */
  public static final int SAND_PIXELS_PER_METRE = 50;

  private static final double SAND_MAXIMUM_HALF_SIZE_METRES = 100;

  /** What the ground looks like; it is equally rough. */
  public enum Ground {
    /** Dark blue squares with light edges. */
    CHECKER,
    /** A flat sand colour whose texture can carry a light map. */
    SAND
  }

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public AquariumArena {
    Rules.positive("half-size[0]", halfSizeXMetres, "m");
    Rules.positive("half-size[1]", halfSizeYMetres, "m");
    Rules.positive("wall-height", wallHeightMetres, "m");
    Rules.positive("wall-thickness", wallThicknessMetres, "m");
    if (ground == Ground.SAND) {
      requireTextureOfBearableSize("half-size[0]", halfSizeXMetres);
      requireTextureOfBearableSize("half-size[1]", halfSizeYMetres);
    }
  }

  /**
   * An arena with the reference's walls (height 1.5, thickness 0.1: biorobot 0.4.2), a checker
   * ground and a target.
   */
  public static AquariumArena ofHalfSize(double xMetres, double yMetres) {
    return new AquariumArena(xMetres, yMetres, 1.5, 0.1, Ground.CHECKER, true);
  }

  /** The same arena with another ground. */
  public AquariumArena withGround(Ground newGround) {
    return new AquariumArena(
        halfSizeXMetres, halfSizeYMetres, wallHeightMetres, wallThicknessMetres, newGround, target);
  }

  /** The same arena with or without a target. */
  public AquariumArena withTarget(boolean newTarget) {
    return new AquariumArena(
        halfSizeXMetres, halfSizeYMetres, wallHeightMetres, wallThicknessMetres, ground, newTarget);
  }

  private static void requireTextureOfBearableSize(String setting, double metres) {
    Rules.require(
        metres <= SAND_MAXIMUM_HALF_SIZE_METRES,
        setting,
        "<= 100 with a sand ground, whose texture has 50 pixels per metre",
        metres,
        "m");
  }
}
