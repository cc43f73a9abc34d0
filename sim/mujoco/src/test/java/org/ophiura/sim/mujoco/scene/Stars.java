package org.ophiura.sim.mujoco.scene;

import java.util.List;
import java.util.Optional;
import org.ophiura.models.AquariumArena;
import org.ophiura.sim.PlantEvent;
import org.ophiura.sim.mujoco.ContactObservation;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.mujoco.plugin.ArenaSettings;
import org.ophiura.sim.mujoco.plugin.BrittleStarModelSettings;
import org.ophiura.sim.mujoco.plugin.JointRangeSettings;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.mujoco.plugin.MujocoPlantSettings;

/** Brittle stars of five arms with three segments each, on the ground and with a target. */
final class Stars {
  private Stars() {}

  static SimulatedPlants whole(PlantEvent... events) {
    BrittleStarModelSettings star =
        new BrittleStarModelSettings(
            List.of(3, 3, 3, 3, 3),
            "position",
            1,
            ContactObservation.FORCE,
            150,
            new JointRangeSettings(45, 30),
            20,
            1,
            0.2);
    ArenaSettings arena =
        new ArenaSettings(List.of(1.5, 1.5), 1.5, 0.1, AquariumArena.Ground.CHECKER, true);
    return new MujocoPlantPlugin()
        .create(
            new MujocoPlantSettings(
                star,
                Optional.of(arena),
                Optional.of(0.004),
                10,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0),
            List.of(events));
  }
}
