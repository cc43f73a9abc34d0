package org.ophiura.sim.mujoco;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantContract;
import org.ophiura.sim.ResetSpec;

class MujocoPlantTest extends PlantContract {
  @Override
  protected Plant newPlant() {
    MujocoModel model =
        MujocoModel.parse(
            "brittle-star", MjcfWriter.toXml(BrittleStarScene.tutorial()), PhysicsOverrides.NONE);
    MujocoPlant plant = new MujocoPlant(model, 10);
    model.close();
    return plant;
  }

  @Test
  void robotStartsWhereItIsPlacedAndTurned() {
    try (Plant plant = newPlant()) {
      plant.reset(new ResetSpec(0.3, -0.2, 1.2, 0, 0, Optional.empty()), new SplittableRandom(1));
      int position = plant.layout().observation("disk_position").offset();
      int rotation = plant.layout().observation("disk_rotation").offset();
      assertEquals(0.3, plant.state().get(position), 1e-15);
      assertEquals(-0.2, plant.state().get(position + 1), 1e-15);
      assertEquals(0.11, plant.state().get(position + 2), 1e-15);
      assertEquals(1.2, plant.state().get(rotation + 2), 1e-15);
    }
  }
}
