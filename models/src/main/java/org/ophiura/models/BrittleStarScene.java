package org.ophiura.models;

import java.util.List;

/**
 * All that a model file needs: the robot, where it lives, how it is stepped, and where things
 * start.
 *
 * @param morphology the robot
 * @param arena where it lives
 * @param physics how it is stepped
 * @param targetPosition where the target starts; without effect in an arena without target
 * @param startHeightMetres height of the disk's centre above the ground at the start; finite
 */
public record BrittleStarScene(
    BrittleStarMorphology morphology,
    AquariumArena arena,
    PhysicsOptions physics,
    Position targetPosition,
    double startHeightMetres) {

  /**
   * @throws IllegalArgumentException if the start height is not finite
   */
  public BrittleStarScene {
    Rules.finite("start-height", startHeightMetres, "m");
  }

  /**
   * A scene that starts as the reference does: the disk at 0.11 m, the target at (-1.25, 0.75) and
   * 0.05 m above the ground (the later tutorial of the Bio-inspired Robotics Testbed).
   */
  public static BrittleStarScene of(
      BrittleStarMorphology morphology, AquariumArena arena, PhysicsOptions physics) {
    return new BrittleStarScene(morphology, arena, physics, new Position(-1.25, 0.75, 0.05), 0.11);
  }

  /**
   * The later tutorial's scene, which is the default trial's too: five arms of three segments under
   * position control, an arena of half-size 1.5 m by 1.5 m, a timestep of 0.004 s.
   */
  public static BrittleStarScene tutorial() {
    return of(
        BrittleStarMorphology.reference(List.of(3, 3, 3, 3, 3)),
        AquariumArena.ofHalfSize(1.5, 1.5),
        PhysicsOptions.reference().withTimestepSeconds(0.004));
  }

  /** The same scene with the target elsewhere. */
  public BrittleStarScene withTargetPosition(Position newTargetPosition) {
    return new BrittleStarScene(morphology, arena, physics, newTargetPosition, startHeightMetres);
  }

  /** The same scene with another robot, such as a damaged one. */
  public BrittleStarScene withMorphology(BrittleStarMorphology newMorphology) {
    return new BrittleStarScene(newMorphology, arena, physics, targetPosition, startHeightMetres);
  }
}
