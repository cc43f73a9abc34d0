package org.ophiura.sim.mujoco.plugin;

import java.util.Optional;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.mujoco.MujocoException;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlantFactory;
import org.ophiura.sim.mujoco.PhysicsOverrides;
import org.ophiura.sim.plugin.PlantPlugin;
import org.ophiura.sim.plugin.SettingException;

/** Offers robots simulated by MuJoCo to trial files. */
public final class MujocoPlantPlugin implements PlantPlugin<MujocoPlantSettings> {
  @Override
  public String id() {
    return "mujoco";
  }

  @Override
  public String summary() {
    return "A robot simulated by MuJoCo: the brittle star, or any MJCF file.";
  }

  @Override
  public Class<MujocoPlantSettings> settings() {
    return MujocoPlantSettings.class;
  }

  @Override
  public MujocoPlantFactory create(MujocoPlantSettings settings) {
    return new MujocoPlantFactory(compile(settings), settings.physicsStepsPerControlStep());
  }

  private static MujocoModel compile(MujocoPlantSettings settings) {
    if (settings.model() instanceof BrittleStarModelSettings brittleStar) {
      String xml = MjcfWriter.toXml(settings.scene(brittleStar, Optional.empty()));
      return MujocoModel.parse("brittle-star", xml, PhysicsOverrides.NONE);
    }
    MjcfModelSettings mjcf = (MjcfModelSettings) settings.model();
    try {
      return MujocoModel.load(mjcf.file(), settings.overrides());
    } catch (MujocoException e) {
      throw new SettingException(
          "model.file", "must be a model that MuJoCo loads: " + e.getMessage());
    }
  }
}
