package org.ophiura.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BrittleStarSceneTest {
  @Test
  void tutorialIsTheDefaultTrialsRobotAndArena() {
    BrittleStarScene scene = BrittleStarScene.tutorial();
    assertEquals(BrittleStarMorphology.reference(List.of(3, 3, 3, 3, 3)), scene.morphology());
    assertEquals(AquariumArena.ofHalfSize(1.5, 1.5), scene.arena());
    assertEquals(new PhysicsOptions(0.004, 1, 5, false), scene.physics());
    assertEquals(0.11, scene.startHeightMetres());
  }

  @Test
  void arenaNeedsPositiveSizes() {
    assertRefused(
        "half-size[1] must be > 0 and finite (m), got 0", () -> AquariumArena.ofHalfSize(5, 0));
    assertRefused(
        "wall-height must be > 0 and finite (m), got -1",
        () -> new AquariumArena(5, 3, -1, 0.1, AquariumArena.Ground.CHECKER, true));
  }

  @Test
  void sandGroundIsLimitedByItsTexture() {
    AquariumArena large = AquariumArena.ofHalfSize(100.5, 3);
    assertRefused(
        "half-size[0] must be <= 100 with a sand ground, whose texture has 50 pixels per metre"
            + " (m), got 100.5",
        () -> large.withGround(AquariumArena.Ground.SAND));
  }

  @Test
  void physicsNeedsATimestepAndIterations() {
    assertRefused(
        "physics-timestep must be > 0 and finite (s), got 0",
        () -> PhysicsOptions.reference().withTimestepSeconds(0));
    assertRefused(
        "solver-iterations must be >= 1, got 0", () -> new PhysicsOptions(0.002, 0, 5, false));
    assertRefused(
        "line-search-iterations must be >= 1, got -5",
        () -> new PhysicsOptions(0.002, 1, -5, false));
  }

  @Test
  void placesMustBeFinite() {
    BrittleStarScene scene = BrittleStarScene.tutorial();
    assertRefused("position[1] must be finite (m), got NaN", () -> new Position(1, Double.NaN, 0));
    assertRefused(
        "start-height must be finite (m), got Infinity",
        () ->
            new BrittleStarScene(
                scene.morphology(),
                scene.arena(),
                scene.physics(),
                scene.targetPosition(),
                Double.POSITIVE_INFINITY));
  }

  private static void assertRefused(String message, Runnable making) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, making::run).getMessage());
  }
}
