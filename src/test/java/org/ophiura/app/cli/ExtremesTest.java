package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a setting's limits allow either runs or is refused, and is never a defect. */
final class ExtremesTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plant.model.segments-per-arm=[]",
        "plant.model.segments-per-arm=[0, 0, 0, 0, 0]",
        "plant.model.segments-per-arm=[1, 1, 1]",
        "plant.model.radius-to-strength-factor=1e300",
        "plant.model.radius-to-strength-factor=1e-300",
        "plant.model.joint-range-degrees.in-plane=180",
        "plant.model.joint-range-degrees.in-plane=1e-300",
        "plant.model.contact-sensors-per-segment=100",
        "plant.physics-timestep=1",
        "plant.physics-timestep=1e-300",
        "plant.arena.half-size=[1e-9, 1e-9]",
        "plant.arena.half-size=[1000, 1000]",
        "plant.arena.half-size=[1]",
        "plant.arena.wall-height=1e-12",
        "plant.arena.target=false",
        "plant.arena.ground=sand",
        "task.time-limit=1e-9",
        "task.target.distance=1000",
        "task.target-radius=1e-300",
        "task.target-radius=1000",
        "task.target={type: fixed, position: [0, 0, 0]}",
        "task.target={type: in-area, half-size: [0, 0], least-distance: 0}",
        "task.target={type: in-ring, radii: [1.5, 1.5], least-distance: 1.5}",
        "task.target={type: waypoints, positions: [[0, 0], [0, 0], [0, 0]]}",
        "task.reward={type: rich, reached: 1e6, progress-factor: 1e6, decision-cost: 1e6}",
        "task.joint-position-noise=3.15",
        "task.joint-velocity-noise=100",
        "controller.cpg.weights=1e300",
        "controller.cpg.initial-phase-range=1e308",
        "controller.cpg.initial-amplitude-range=1e308",
        "controller.gait.angular-frequency=1e308",
        "controller.decision-period=2147483647",
        "controller.indexer.arms=1000",
        "training.parallel-episodes=2147483647",
        "training.evaluate-every=2147483647",
        "training.learner.steps=1000000",
        "training.learner.alpha=1",
        "training.learner.hold-decisions=1000000"
      })
  void extremesRunOrAreRefused(String change) {
    List<Object> arguments = new ArrayList<>(List.of("--out", folder.resolve("out")));
    for (String small :
        List.of("task.time-limit=0.4", "training.episodes=1", "evaluation.episodes=1", change)) {
      arguments.addAll(List.of("--set", small));
    }
    Invocation run = Invocation.small("run", "target-locomotion", arguments.toArray());
    if (run.code() == ExitCode.OK) {
      assertEquals("", run.err());
      assertTrue(Files.exists(folder.resolve("out/result.json")));
    } else {
      assertEquals(ExitCode.USER_MISTAKE, run.code(), run.err());
      assertEquals(1, run.err().lines().count(), run.err());
      assertFalse(Files.exists(folder.resolve("out")));
    }
  }
}
