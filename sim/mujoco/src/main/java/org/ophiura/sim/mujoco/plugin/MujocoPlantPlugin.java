package org.ophiura.sim.mujoco.plugin;

import java.util.Optional;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.Position;
import org.ophiura.sim.mujoco.ModelExport;
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
    return settings.model() instanceof BrittleStarModelSettings brittleStar
        ? brittleStar(settings, brittleStar)
        : modelFile(settings, (MjcfModelSettings) settings.model());
  }

  private static MujocoPlantFactory brittleStar(
      MujocoPlantSettings settings, BrittleStarModelSettings model) {
    return new MujocoPlantFactory(
        MujocoModel.parse(
            "brittle-star",
            MjcfWriter.toXml(settings.scene(model, Optional.empty())),
            PhysicsOverrides.NONE),
        settings.physicsStepsPerControlStep(),
        target -> MjcfWriter.toXml(settings.scene(model, target.map(MujocoPlantPlugin::inModel))));
  }

  private static org.ophiura.models.Position inModel(Position position) {
    return new org.ophiura.models.Position(position.x(), position.y(), position.z());
  }

  private static MujocoPlantFactory modelFile(
      MujocoPlantSettings settings, MjcfModelSettings model) {
    try {
      return new MujocoPlantFactory(
          MujocoModel.load(model.file(), settings.overrides()),
          settings.physicsStepsPerControlStep(),
          target -> ModelExport.toXml(model.file(), settings.overrides(), target));
    } catch (MujocoException e) {
      throw new SettingException(
          "model.file", "must be a model that MuJoCo loads: " + e.getMessage());
    }
  }
}
