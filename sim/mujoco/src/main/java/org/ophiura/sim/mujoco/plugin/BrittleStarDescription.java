package org.ophiura.sim.mujoco.plugin;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.models.AquariumArena;
import org.ophiura.models.Arm;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.Segment;
import org.ophiura.sim.Arena;
import org.ophiura.sim.BodyPlan;
import org.ophiura.sim.BodyPlan.SegmentSpec;
import org.ophiura.sim.RobotLayout;

/** Adds to the layout of a brittle star what its compiled model does not say: body and arena. */
final class BrittleStarDescription {
  private BrittleStarDescription() {}

  static RobotLayout of(BrittleStarScene scene, RobotLayout layout) {
    List<SegmentSpec> segments = new ArrayList<>();
    List<Arm> arms = scene.morphology().arms();
    for (int arm = 0; arm < arms.size(); arm++) {
      List<Segment> ofArm = arms.get(arm).segments();
      for (int segment = 0; segment < ofArm.size(); segment++) {
        segments.add(
            new SegmentSpec(
                arm,
                segment,
                ofArm.get(segment).radiusMetres(),
                ofArm.get(segment).lengthMetres(),
                layout.observation(BrittleStarNames.segmentPositionSensor(arm, segment))));
      }
    }
    AquariumArena arena = scene.arena();
    return layout.with(
        new BodyPlan(scene.morphology().disk().radiusMetres(), segments),
        new Arena(
            arena.halfSizeXMetres(),
            arena.halfSizeYMetres(),
            arena.ground() == AquariumArena.Ground.SAND));
  }
}
