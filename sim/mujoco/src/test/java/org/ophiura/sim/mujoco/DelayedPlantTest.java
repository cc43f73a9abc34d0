package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantContract;
import org.ophiura.sim.PlantEvent.BendingPlane;
import org.ophiura.sim.PlantEvent.WeakenJoint;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

/** A plant whose commands arrive late. */
class DelayedPlantTest extends PlantContract {
  private static final int PHYSICS_STEPS = 10;
  private static final double TIMESTEP = 0.002;

  private static MujocoPlant brittleStar(double delaySeconds) {
    try (MujocoModel model =
        MujocoModel.parse(
            "brittle-star",
            MjcfWriter.toXml(BrittleStarScene.tutorial()),
            PhysicsOverrides.delay(delaySeconds))) {
      return new MujocoPlant(model, PHYSICS_STEPS);
    }
  }

  @Override
  protected Plant newPlant() {
    return brittleStar(3.4 * TIMESTEP);
  }

  /** The gait, from some control step on; before it, nothing is commanded. */
  private static void walk(MujocoPlant plant, int from, int to) {
    JointCommand command = new JointCommand(plant.layout());
    for (int step = from; step < to; step++) {
      if (step >= 0) {
        GoldenCase.control(step, plant.controlPeriodSeconds(), plant.layout(), command);
      }
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

  private static JointCommand command(double value) {
    JointCommand command = new JointCommand(1);
    command.set(0, value);
    return command;
  }

  @Test
  void delayOfWholePeriodsIsTheSamePathLaterBitForBit() {
    double period = brittleStar(0).controlPeriodSeconds();
    try (MujocoPlant late = brittleStar(3 * period);
        MujocoPlant prompt = brittleStar(0)) {
      walk(late, 0, 60);
      walk(prompt, -3, 57);
      assertArrayEquals(observations(prompt), observations(late));
    }
  }

  @Test
  void resetForgetsTheCommandsOnTheirWay() {
    try (MujocoPlant late = brittleStar(0.1)) {
      walk(late, 0, 40);
      double[] first = observations(late);
      late.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
      walk(late, 0, 40);
      assertArrayEquals(first, observations(late));
    }
  }

  @Test
  void snapshotHoldsTheCommandsOnTheirWay() {
    try (MujocoPlant late = brittleStar(0.033)) {
      walk(late, 0, 60);
      MujocoSnapshot snapshot = late.snapshot();
      walk(late, 60, 120);
      double[] expected = observations(late);
      late.restore(snapshot);
      walk(late, 60, 120);
      assertArrayEquals(expected, observations(late));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.25, 1, 2.25, 7})
  void partOfAStepBlendsTwoCommands(double steps) {
    CommandDelay delay =
        new CommandDelay(List.of(new ActuatorSpec("motor", "joint", 0, 50, "rad")), steps);
    for (int step = 0; step < 30; step++) {
      delay.give(command(10 + step));
      // A command that grows by one in each step is less by the delay, once it has arrived.
      if (step >= steps) {
        assertEquals(10 + step - steps, delay.get(0), 1e-12);
      }
    }
    delay.clear();
    delay.give(command(1));
    assertEquals(Math.max(0, 1 - steps), delay.get(0), 1e-12);
  }

  @Test
  void damageLeavesTheCommandsOnTheirWay() {
    MujocoPlantSettings whole = DamagedRobots.settings(DamagedRobots.WHOLE, "position");
    MujocoPlantSettings late =
        new MujocoPlantSettings(
            whole.model(),
            whole.arena(),
            whole.physicsTimestep(),
            whole.physicsStepsPerControlStep(),
            whole.solverIterations(),
            whole.lineSearchIterations(),
            whole.eulerDamping(),
            0.2);
    double period = 0.04;
    // So little damage that the robot goes on as before, but for its new model.
    WeakenJoint damage = new WeakenJoint(10 * period, 1, 0, BendingPlane.IN_PLANE, 0.999999);
    try (SimulatedPlants wholes = new MujocoPlantPlugin().create(late, List.of());
        SimulatedPlants others = new MujocoPlantPlugin().create(late, List.of(damage));
        SimulatedPlant one = wholes.newPlant();
        SimulatedPlant other = others.newPlant()) {
      DamagedRobots.walk(one, one.layout(), 0, 13);
      DamagedRobots.walk(other, one.layout(), 0, 13);
      int joint = one.layout().observation("joint_position").offset();
      for (int i = 0; i < one.layout().joints().size(); i++) {
        // Without them, the joints would go back to 0 for 3 steps: by 0.1 rad and more.
        assertEquals(one.state().get(joint + i), other.state().get(joint + i), 1e-4);
      }
    }
  }

  @Test
  void negativeDelayIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> PhysicsOverrides.delay(-0.01));
    assertEquals(Optional.empty(), PhysicsOverrides.delay(0.01).timestepSeconds());
  }
}
