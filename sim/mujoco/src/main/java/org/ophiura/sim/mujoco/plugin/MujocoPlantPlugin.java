package org.ophiura.sim.mujoco.plugin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.mjcf.MjcfWriter;
import org.ophiura.sim.PlantEvent;
import org.ophiura.sim.PlantEvent.Push;
import org.ophiura.sim.Position;
import org.ophiura.sim.mujoco.MjcfFile;
import org.ophiura.sim.mujoco.MujocoException;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlantFactory;
import org.ophiura.sim.mujoco.PhysicsOverrides;
import org.ophiura.sim.mujoco.RobotStage;
import org.ophiura.sim.mujoco.SimulatedPlants;
import org.ophiura.sim.mujoco.StagedPlantFactory;
import org.ophiura.sim.plugin.PlantEventException;
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

  @Override
  public SimulatedPlants create(MujocoPlantSettings settings, List<PlantEvent> events) {
    if (events.isEmpty()) {
      return create(settings);
    }
    return settings.model() instanceof BrittleStarModelSettings brittleStar
        ? damaged(settings, brittleStar, events)
        : pushed(create(settings), events);
  }

  private static MujocoPlantFactory ofBrittleStar(
      MujocoPlantSettings settings, BrittleStarModelSettings brittleStar) {
    BrittleStarScene scene = settings.scene(brittleStar);
    return new MujocoPlantFactory(
        compile(settings, brittleStar, scene),
        settings.physicsStepsPerControlStep(),
        exporter(scene));
  }

  private static MujocoModel compile(
      MujocoPlantSettings settings, BrittleStarModelSettings brittleStar, BrittleStarScene scene) {
    return MujocoModel.parse(
        brittleStar.inWords(),
        MjcfWriter.toXml(scene),
        PhysicsOverrides.delay(settings.commandDelay()),
        brittleStar.contactObservation(),
        layout -> BrittleStarDescription.of(scene, layout));
  }

  private static Function<Optional<Position>, String> exporter(BrittleStarScene scene) {
    return target -> MjcfWriter.toXml(target.map(p -> moved(scene, p)).orElse(scene));
  }

  /** A model of the whole robot, and one for each time at which it is damaged. */
  private static StagedPlantFactory damaged(
      MujocoPlantSettings settings, BrittleStarModelSettings brittleStar, List<PlantEvent> events) {
    BrittleStarScene scene = settings.scene(brittleStar);
    double period = scene.physics().timestepSeconds() * settings.physicsStepsPerControlStep();
    DamageHistory history = new DamageHistory(scene.morphology(), period, events);
    MujocoModel whole = compile(settings, brittleStar, scene);
    List<RobotStage> stages = new ArrayList<>();
    history
        .stages()
        .forEach(
            (tick, robot) ->
                stages.add(
                    new RobotStage(
                        tick,
                        robot,
                        robot.equals(scene.morphology())
                            ? whole
                            : compile(settings, brittleStar, scene.withMorphology(robot)))));
    return StagedPlantFactory.of(
        whole,
        scene.morphology(),
        stages,
        pushes(events),
        settings.physicsStepsPerControlStep(),
        exporter(scene.withMorphology(stages.get(0).morphology())));
  }

  private static List<Push> pushes(List<PlantEvent> events) {
    return events.stream().filter(Push.class::isInstance).map(Push.class::cast).toList();
  }

  private static StagedPlantFactory pushed(MujocoPlantFactory plants, List<PlantEvent> events) {
    for (int i = 0; i < events.size(); i++) {
      String reason =
          !(events.get(i) instanceof Push)
              ? "only a plant with a model of type brittle-star can be damaged"
              : plants.model().canBePushed() ? "" : "a push needs a model with a free joint";
      if (!reason.isEmpty()) {
        plants.close();
        throw new PlantEventException(
            i, "type", "must be one that can happen to " + plants.model().name() + ": " + reason);
      }
    }
    return StagedPlantFactory.pushed(
        plants.model(), pushes(events), plants.physicsStepsPerControlStep(), plants::exportXml);
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
