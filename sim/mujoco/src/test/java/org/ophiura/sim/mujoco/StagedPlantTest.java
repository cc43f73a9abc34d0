package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.ophiura.sim.mujoco.DamagedRobots.WHOLE;
import static org.ophiura.sim.mujoco.DamagedRobots.observations;
import static org.ophiura.sim.mujoco.DamagedRobots.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantContract;
import org.ophiura.sim.PlantEvent;
import org.ophiura.sim.PlantEvent.BendingPlane;
import org.ophiura.sim.PlantEvent.LockJoint;
import org.ophiura.sim.PlantEvent.LoseArm;
import org.ophiura.sim.PlantEvent.Push;
import org.ophiura.sim.PlantEvent.ShortenArm;
import org.ophiura.sim.PlantEvent.WeakenJoint;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;

class StagedPlantTest extends PlantContract {
  private static final long SEED = 11;

  /** One of each kind within the 20 control steps of the contract's tests. */
  private static final PlantEvent[] EVENTFUL = {
    new LockJoint(0.2, 0, 1, BendingPlane.IN_PLANE),
    new WeakenJoint(0.2, 1, 0, BendingPlane.OUT_OF_PLANE, 0.5),
    new Push(0.3, 0.2, 3, 1, 0),
    new ShortenArm(0.4, 2, 1),
    new LoseArm(0.6, 3)
  };

  @Override
  protected Plant newPlant() {
    return DamagedRobots.of(EVENTFUL);
  }

  private static ResetSpec noisy() {
    return new ResetSpec(0.1, -0.2, 0.7, 0.02, 0.1, Optional.of(new Position(0.5, 0.5, 0.05)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"position", "torque", "tendon-torque"})
  void robotThatLostAnArmFromTheStartMovesAsTheOneBuiltWithoutIt(String actuation) {
    try (SimulatedPlant damaged = DamagedRobots.of(WHOLE, actuation, new LoseArm(0, 2));
        SimulatedPlant built = DamagedRobots.of(List.of(3, 3, 0, 3, 3), actuation)) {
      damaged.reset(noisy(), new SplittableRandom(SEED));
      built.reset(noisy(), new SplittableRandom(SEED));
      assertSameBits(built, damaged);
      for (int step = 0; step < 100; step += 20) {
        walk(damaged, damaged.layout(), step, step + 20);
        walk(built, damaged.layout(), step, step + 20);
        assertSameBits(built, damaged);
      }
    }
  }

  /** All that is observed by a name of its own; {@code damaged} observes more. */
  private static void assertSameBits(Plant built, Plant damaged) {
    int compared = 0;
    for (ObservationSpec observation : built.layout().observations()) {
      ObservationSpec same = damaged.layout().observation(observation.name());
      if (same.size() == observation.size()) {
        for (int i = 0; i < same.size(); i++) {
          assertEquals(
              built.state().get(observation.offset() + i),
              damaged.state().get(same.offset() + i),
              observation.name());
          compared++;
        }
      }
    }
    assertTrue(compared > 100, "sensors have names of their own");
  }

  @Test
  void whatIsLostReadsZeroAndCommandsToItHaveNoEffect() {
    try (SimulatedPlant one = DamagedRobots.of(new LoseArm(0, 2));
        SimulatedPlant other = DamagedRobots.of(new LoseArm(0, 2))) {
      walk(one, one.layout(), 0, 50);
      JointCommand command = new JointCommand(other.layout());
      for (int step = 0; step < 50; step++) {
        DamagedRobots.command(step, one.layout(), other.layout(), command);
        for (int i = 0; i < command.size(); i++) {
          if (other.layout().actuators().get(i).name().contains("arm_2_")) {
            command.set(i, -command.get(i));
          }
        }
        other.step(command);
      }
      assertArrayEquals(observations(one), observations(other));
      int lost = 0;
      for (ObservationSpec observation : one.layout().observations()) {
        if (observation.name().contains("arm_2_")) {
          for (int i = 0; i < observation.size(); i++) {
            assertEquals(0, one.state().get(observation.offset() + i), observation.name());
            lost++;
          }
        }
      }
      assertEquals(3 * (3 + 6 + 2 + 1), lost, "position, joints, actuators and contact");
      assertEquals(0, DamagedRobots.read(one, "joint_position", 2 * 6));
      assertNotEquals(0, DamagedRobots.read(one, "joint_position", 3 * 6));
    }
  }

  /** Bit for bit: a step makes everything anew of what is handed over. */
  @Test
  void changingToAnEqualModelChangesNothing() {
    BrittleStarScene scene = BrittleStarScene.tutorial();
    List<RobotStage> stages = new ArrayList<>();
    for (int tick : new int[] {0, 1, 17, 60}) {
      stages.add(new RobotStage(tick, scene.morphology(), compile(scene)));
    }
    try (StagedPlantFactory plants =
            StagedPlantFactory.of(
                compile(scene), scene.morphology(), stages, List.of(), 10, target -> "");
        StagedPlant staged = plants.newPlant();
        MujocoPlant plain = new MujocoPlant(plants.model(), 10)) {
      for (Plant plant : new Plant[] {staged, plain}) {
        plant.reset(noisy(), new SplittableRandom(SEED));
        walk(plant, plain.layout(), 0, 30);
        plant.placeTarget(0.1, 0.2, 0.05);
        walk(plant, plain.layout(), 30, 100);
      }
      assertSame(stages.get(3).model(), staged.current().model());
      assertArrayEquals(observations(plain), observations(staged));
      assertEquals(plain.state().timeSeconds(), staged.state().timeSeconds());
    }
  }

  private static MujocoModel compile(BrittleStarScene scene) {
    return MujocoModel.parse("brittle star", MjcfWriter.toXml(scene), PhysicsOverrides.NONE);
  }

  @Test
  void nothingHappensBeforeItsTimeAndEverythingIsWholeAgainAfterAReset() {
    try (SimulatedPlant damaged = DamagedRobots.of(new LoseArm(0.4, 1));
        SimulatedPlant whole = DamagedRobots.of()) {
      double[] start = observations(whole);
      for (int episode = 0; episode < 2; episode++) {
        assertArrayEquals(start, observations(damaged));
        walk(damaged, whole.layout(), 0, 10);
        walk(whole, whole.layout(), 0, 10);
        assertArrayEquals(observations(whole), observations(damaged));
        walk(damaged, whole.layout(), 10, 11);
        assertEquals(0, DamagedRobots.read(damaged, "joint_position", 6));
        damaged.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
        whole.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
      }
    }
  }

  /** 0.41 s is within the control step that starts at 0.40 s, so it counts from the next. */
  @Test
  void anEventHappensBeforeTheFirstControlStepThatStartsAtItsTimeOrLater() {
    try (SimulatedPlant damaged = DamagedRobots.of(new LoseArm(0.41, 1))) {
      walk(damaged, damaged.layout(), 0, 11);
      assertNotEquals(0, DamagedRobots.read(damaged, "joint_position", 6));
      walk(damaged, damaged.layout(), 11, 12);
      assertEquals(0, DamagedRobots.read(damaged, "joint_position", 6));
    }
  }

  @Test
  void brokenSimulationStaysDivergedOverTheTimeOfAnEvent() {
    try (SimulatedPlant damaged = DamagedRobots.of(new LoseArm(0.04, 1))) {
      JointCommand command = new JointCommand(damaged.layout());
      damaged.current().struct().qvel().put(0, Double.NaN);
      for (int step = 0; step < 3; step++) {
        assertEquals(CycleStatus.DIVERGED, damaged.step(command));
        assertTrue(damaged.failure().isPresent());
      }
      damaged.reset(ResetSpec.ORIGIN, new SplittableRandom(SEED));
      assertEquals(CycleStatus.OK, damaged.step(command));
      assertTrue(damaged.failure().isEmpty());
    }
  }

  @Test
  void damagedPlantsOfOneFactoryGiveTheSameBitsOnTwoThreads() throws Exception {
    ExecutorService executor = Executors.newFixedThreadPool(2);
    try (SimulatedPlants plants =
        new MujocoPlantPlugin()
            .create(DamagedRobots.settings(WHOLE, "position"), List.of(EVENTFUL))) {
      Callable<double[]> episodes =
          () -> {
            try (SimulatedPlant plant = plants.newPlant()) {
              walk(plant, plant.layout(), 0, 40);
              plant.reset(noisy(), new SplittableRandom(SEED));
              walk(plant, plant.layout(), 0, 40);
              return observations(plant);
            }
          };
      List<Future<double[]>> results = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        results.add(executor.submit(episodes));
      }
      double[] expected = episodes.call();
      for (Future<double[]> result : results) {
        assertArrayEquals(expected, result.get());
      }
    } finally {
      executor.shutdownNow();
    }
  }
}
