package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantContract;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;

class MujocoPlantTest extends PlantContract {
  private static final int PHYSICS_STEPS = 10;
  private static final double ROUNDING = 1e-15;
  private static final long SEED = 7;

  private static MujocoModel compile() {
    return MujocoModel.parse(
        "brittle-star", MjcfWriter.toXml(BrittleStarScene.tutorial()), PhysicsOverrides.NONE);
  }

  private static MujocoPlant brittleStar() {
    try (MujocoModel model = compile()) {
      return new MujocoPlant(model, PHYSICS_STEPS);
    }
  }

  @Override
  protected Plant newPlant() {
    return brittleStar();
  }

  private static void walk(MujocoPlant plant, int from, int to) {
    JointCommand command = new JointCommand(plant.layout());
    for (int step = from; step < to; step++) {
      GoldenCase.control(step, plant.controlPeriodSeconds(), plant.layout(), command);
      assertEquals(CycleStatus.OK, plant.step(command));
    }
  }

  private static double[] observations(MujocoPlant plant) {
    double[] values = new double[plant.layout().observationSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = plant.state().get(i);
    }
    return values;
  }

  @Test
  void robotStartsWhereItIsPlacedAndTurned() {
    try (MujocoPlant plant = brittleStar()) {
      plant.reset(
          new ResetSpec(0.3, -0.2, 1.2, 0, 0, Optional.empty()), new SplittableRandom(SEED));
      int position = plant.layout().observation("disk_position").offset();
      int rotation = plant.layout().observation("disk_rotation").offset();
      assertEquals(0.3, plant.state().get(position), ROUNDING);
      assertEquals(-0.2, plant.state().get(position + 1), ROUNDING);
      assertEquals(0.11, plant.state().get(position + 2), ROUNDING);
      assertEquals(0, plant.state().get(rotation), ROUNDING);
      assertEquals(1.2, plant.state().get(rotation + 2), ROUNDING);
      plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
      assertEquals(0, plant.state().get(position), "nothing of an earlier start is left");
    }
  }

  @Test
  void targetIsWhereTheEpisodePutsItAndBackInPlaceInTheNext() {
    try (MujocoPlant plant = brittleStar()) {
      int distance = plant.layout().observation("xy_distance_to_target").offset();
      double asTheModelHasIt = plant.state().get(distance);
      plant.reset(
          ResetSpec.ORIGIN.withTarget(new Position(0.6, 0.8, 0.05)), new SplittableRandom(SEED));
      assertEquals(1, plant.state().get(distance), ROUNDING);
      plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
      assertEquals(asTheModelHasIt, plant.state().get(distance));
    }
  }

  @Test
  void movingTheTargetLeavesTheRobotsPathAsItIs() {
    try (MujocoPlant plant = brittleStar()) {
      int position = plant.layout().observation("disk_position").offset();
      walk(plant, 0, 50);
      double x = plant.state().get(position);
      plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
      plant.placeTarget(1, 1, 0.05);
      walk(plant, 0, 50);
      assertEquals(x, plant.state().get(position));
    }
  }

  @Test
  void restoredPlantStepsToTheSameBits() {
    try (MujocoPlant plant = brittleStar()) {
      walk(plant, 0, 60);
      MujocoSnapshot snapshot = plant.snapshot();
      double[] then = observations(plant);
      walk(plant, 60, 120);
      double[] expected = observations(plant);
      plant.restore(snapshot);
      assertArrayEquals(then, observations(plant), "observations are those of the snapshot");
      walk(plant, 60, 120);
      assertArrayEquals(expected, observations(plant));
      assertEquals(120 * plant.controlPeriodSeconds(), plant.state().timeSeconds(), 1e-9);
    }
  }

  @Test
  void snapshotFitsEveryPlantOfTheModelAndNoOther() {
    try (MujocoModel model = compile();
        MujocoPlant one = new MujocoPlant(model, PHYSICS_STEPS);
        MujocoPlant other = new MujocoPlant(model, PHYSICS_STEPS);
        MujocoPlant stranger = brittleStar()) {
      walk(one, 0, 40);
      walk(other, 7, 20);
      other.restore(one.snapshot());
      walk(one, 40, 80);
      walk(other, 40, 80);
      assertArrayEquals(observations(one), observations(other));
      assertThrows(IllegalArgumentException.class, () -> stranger.restore(one.snapshot()));
    }
  }

  @Test
  void brokenSimulationIsDivergedUntilTheNextReset() {
    try (MujocoPlant plant = brittleStar()) {
      JointCommand command = new JointCommand(plant.layout());
      plant.struct().qvel().put(0, Double.NaN);
      assertEquals(CycleStatus.DIVERGED, plant.step(command));
      assertTrue(plant.failure().orElseThrow().contains("QVEL"), plant.failure().toString());
      assertEquals(CycleStatus.DIVERGED, plant.step(command));
      plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
      assertEquals(Optional.empty(), plant.failure());
      assertEquals(CycleStatus.OK, plant.step(command));
    }
  }

  @Test
  void fatalErrorOfTheEngineIsDivergedUntilTheNextReset() {
    try (MujocoModel model = compile();
        MujocoPlant plant = new MujocoPlant(model, PHYSICS_STEPS)) {
      int integrator = model.struct().opt().integrator();
      model.struct().opt().integrator(99);
      JointCommand command = new JointCommand(plant.layout());
      assertEquals(CycleStatus.DIVERGED, plant.step(command));
      assertTrue(plant.failure().orElseThrow().contains("integrator"), plant.failure().toString());
      model.struct().opt().integrator(integrator);
      plant.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
      assertEquals(CycleStatus.OK, plant.step(command));
    }
  }

  @Test
  void plantsOfOneModelRunOnSeveralThreads() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try (MujocoModel model = compile()) {
      Callable<double[]> walk =
          () -> {
            try (MujocoPlant plant = new MujocoPlant(model, PHYSICS_STEPS)) {
              walk(plant, 0, 100);
              return observations(plant);
            }
          };
      List<Future<double[]>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        results.add(executor.submit(walk));
      }
      double[] expected = walk.call();
      for (Future<double[]> result : results) {
        assertArrayEquals(expected, result.get());
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void observationsHaveTheBoundsOfTheModel() {
    try (MujocoPlant plant = brittleStar()) {
      double quarter = Math.toRadians(45);
      assertEquals(quarter, plant.layout().observation("joint_position").upper(0), ROUNDING);
      assertEquals(-3.75, plant.layout().observation("actuator_force").lower(0), ROUNDING);
      assertEquals(Math.PI, plant.layout().observation("disk_rotation").upper(2));
      assertEquals(0, plant.layout().observation("segment_contact").lower(0));
      assertEquals(0, plant.layout().observation("tendon_position").size());
      PlantState state = plant.state();
      assertThrows(IndexOutOfBoundsException.class, () -> state.get(-1));
    }
  }
}
