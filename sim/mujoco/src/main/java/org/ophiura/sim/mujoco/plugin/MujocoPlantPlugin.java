package org.ophiura.sim.mujoco.plugin;

import java.nio.file.Path;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.Position;
import org.ophiura.sim.mujoco.MjcfFile;
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
    return settings.model() instanceof MjcfModelSettings mjcf
        ? ofFile(settings, mjcf.file())
        : ofBrittleStar(settings, (BrittleStarModelSettings) settings.model());
  }

  private static MujocoPlantFactory ofBrittleStar(
      MujocoPlantSettings settings, BrittleStarModelSettings brittleStar) {
    BrittleStarScene scene = settings.scene(brittleStar);
    return new MujocoPlantFactory(
        MujocoModel.parse(
            brittleStar.inWords(),
            MjcfWriter.toXml(scene),
            PhysicsOverrides.NONE,
            brittleStar.contactObservation(),
            layout -> BrittleStarDescription.of(scene, layout)),
        settings.physicsStepsPerControlStep(),
        target -> MjcfWriter.toXml(target.map(p -> moved(scene, p)).orElse(scene)));
  }

  private static BrittleStarScene moved(BrittleStarScene scene, Position target) {
    return scene.withTargetPosition(
        new org.ophiura.models.Position(target.x(), target.y(), target.z()));
  }

  private static MujocoPlantFactory ofFile(MujocoPlantSettings settings, Path file) {
    PhysicsOverrides overrides = settings.overrides();
    try {
      return new MujocoPlantFactory(
          MujocoModel.load(file, overrides),
          settings.physicsStepsPerControlStep(),
          target -> MjcfFile.standAlone(file, overrides, target));
    } catch (MujocoException e) {
      throw new SettingException(
          "model.file", "must be a model that MuJoCo loads: " + e.getMessage());
    }
  }
}
