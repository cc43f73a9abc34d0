package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.ophiura.models.AquariumArena;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantEvent;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.mujoco.plugin.ArenaSettings;
import org.ophiura.sim.mujoco.plugin.BrittleStarModelSettings;
import org.ophiura.sim.mujoco.plugin.JointRangeSettings;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

/** Brittle stars as trial files describe them, and how tests move them. */
final class DamagedRobots {
  static final List<Integer> WHOLE = List.of(3, 3, 3, 3, 3);

  private DamagedRobots() {}

  static SimulatedPlant of(List<Integer> segmentsPerArm, String actuation, PlantEvent... events) {
    try (SimulatedPlants plants =
        new MujocoPlantPlugin().create(settings(segmentsPerArm, actuation), List.of(events))) {
      return plants.newPlant();
    }
  }

  /** The robot of the default trial, damaged. */
  static SimulatedPlant of(PlantEvent... events) {
    return of(WHOLE, "position", events);
  }

  static MujocoPlantSettings settings(List<Integer> segmentsPerArm, String actuation) {
    return new MujocoPlantSettings(
        new BrittleStarModelSettings(
            segmentsPerArm,
            actuation,
            1,
            ContactObservation.FORCE,
            150,
            new JointRangeSettings(45, 30),
            20,
            1,
            0.2),
        Optional.of(
            new ArenaSettings(List.of(1.5, 1.5), 1.5, 0.1, AquariumArena.Ground.CHECKER, true)),
        Optional.of(0.004),
        10,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** The command that all robots get at a control step, each the part that it has actuators for. */
  static void command(int step, RobotLayout whole, RobotLayout layout, JointCommand out) {
    JointCommand all = new JointCommand(whole);
    GoldenCase.control(step, 0.04, whole, all);
    for (int i = 0; i < out.size(); i++) {
      out.set(i, all.get(whole.actuatorIndex(layout.actuators().get(i).name())));
    }
  }

  static void walk(Plant plant, RobotLayout whole, int from, int to) {
    JointCommand command = new JointCommand(plant.layout());
    for (int step = from; step < to; step++) {
      command(step, whole, plant.layout(), command);
      assertEquals(CycleStatus.OK, plant.step(command));
    }
  }

  static double[] observations(Plant plant) {
    double[] values = new double[plant.layout().observationSize()];
    for (int i = 0; i < values.length; i++) {
      values[i] = plant.state().get(i);
    }
    return values;
  }

  static double read(Plant plant, String observation, int element) {
    return plant.state().get(plant.layout().observation(observation).offset() + element);
  }
}
