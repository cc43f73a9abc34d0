package org.ophiura.sim.mujoco;

import java.util.Optional;
import org.ophiura.sim.PlantFactory;
import org.ophiura.sim.Position;

/** Makes robots simulated by MuJoCo. */
public sealed interface SimulatedPlants extends PlantFactory
    permits MujocoPlantFactory, StagedPlantFactory {

  /** The model of the whole robot, whose layout all plants have. */
  MujocoModel model();

  /**
   * The model in which an episode starts as one MJCF text, with the solver's options as they are
   * used here. Meshes and textures in files of their own are named by their absolute path.
   *
   * @param target where the target is placed; empty leaves it
   * @throws MujocoException if the model's file can no longer be read
   */
  String exportXml(Optional<Position> target);

  @Override
  SimulatedPlant newPlant();
}
