package org.ophiura.app.hil;

import java.util.List;
import org.ophiura.sim.PlantEvent;
import org.ophiura.sim.mujoco.plugin.MujocoPlantPlugin;
import org.ophiura.sim.plugin.PlantPlugin;
import org.ophiura.sim.plugin.SettingException;

/** The plant {@code servos}. */
public final class ServosPlugin implements PlantPlugin<ServosSettings> {
  @Override
  public String id() {
    return "servos";
  }

  @Override
  public String summary() {
    return "A robot of smart servos, for 'ophiura hil run'; elsewhere its simulation in its limits.";
  }

  @Override
  public Class<ServosSettings> settings() {
    return ServosSettings.class;
  }

  @Override
  public ServoPlants create(ServosSettings settings) {
    return create(settings, List.of());
  }

  @Override
  public ServoPlants create(ServosSettings settings, List<PlantEvent> events) {
    return new ServoPlants(
        settings,
        SettingException.under(
            "simulation", () -> new MujocoPlantPlugin().create(settings.simulation(), events)));
  }
}
