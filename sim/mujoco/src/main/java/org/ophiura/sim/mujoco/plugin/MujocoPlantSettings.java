package org.ophiura.sim.mujoco.plugin;

import java.util.Optional;
import org.ophiura.models.BrittleStarScene;
import org.ophiura.models.PhysicsOptions;
import org.ophiura.sim.mujoco.PhysicsOverrides;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/**
 * Settings of a plant simulated by MuJoCo. What is left out of the solver's options is the
 * reference's for a brittle star (moojoco 1.1.7), and the file's own for a model file.
 */
public record MujocoPlantSettings(
    @Setting(value = "The robot.", defaultValue = "{type: brittle-star}") ModelSettings model,
    @Setting(
            value =
                "The aquarium of a brittle star; a model file brings its own surroundings. Left out,"
                    + " it is the reference's.",
            defaultValue = Setting.NONE)
        Optional<ArenaSettings> arena,
    @Setting(
            value =
                "Duration of a physics step. Left out: 0.002 for a brittle star, otherwise what the"
                    + " model file says.",
            unit = "s",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true,
            max = 1)
        Optional<Double> physicsTimestep,
    @Setting(
            value = "Physics steps in a control step (moojoco 1.1.7).",
            defaultValue = "10",
            min = 1,
            max = 1_000_000)
        int physicsStepsPerControlStep,
    @Setting(
            value =
                "Greatest number of iterations of the constraint solver in a physics step. Left out: 1"
                    + " for a brittle star, for speed; otherwise what the model file says.",
            defaultValue = Setting.NONE,
            min = 1,
            max = 1_000_000)
        Optional<Integer> solverIterations,
    @Setting(
            value =
                "Greatest number of line-search iterations in each of them. Left out: 5 for a brittle"
                    + " star, otherwise what the model file says.",
            defaultValue = Setting.NONE,
            min = 1,
            max = 1_000_000)
        Optional<Integer> lineSearchIterations,
    @Setting(
            value =
                "Whether the Euler integrator treats joint damping implicitly. Left out: false for a"
                    + " brittle star, otherwise what the model file says.",
            defaultValue = Setting.NONE)
        Optional<Boolean> eulerDamping,
    @Setting(
            value =
                "How late commands take effect, as those of servos on a bus do. Until the first does,"
                    + " the actuators have a command of 0.",
            unit = "s",
            defaultValue = "0",
            min = 0,
            max = 1)
        double commandDelay) {

  /** Checks the limits. */
  public MujocoPlantSettings {
    Settings.check(
        MujocoPlantSettings.class,
        model,
        arena,
        physicsTimestep,
        physicsStepsPerControlStep,
        solverIterations,
        lineSearchIterations,
        eulerDamping,
        commandDelay);
    if (model instanceof MjcfModelSettings && arena.isPresent()) {
      throw new SettingException(
          "arena", "must be left out with a model file, which brings its own surroundings");
    }
  }

  /** The same robot, whose control step is one physics step. */
  public MujocoPlantSettings atPhysicsRate() {
    return new MujocoPlantSettings(
        model,
        arena,
        physicsTimestep,
        1,
        solverIterations,
        lineSearchIterations,
        eulerDamping,
        commandDelay);
  }

  PhysicsOverrides overrides() {
    return new PhysicsOverrides(
        physicsTimestep, solverIterations, lineSearchIterations, eulerDamping, commandDelay);
  }

  /** All that the model file of a brittle star needs. */
  BrittleStarScene scene(BrittleStarModelSettings brittleStar) {
    PhysicsOptions reference = PhysicsOptions.reference();
    PhysicsOptions physics =
        new PhysicsOptions(
            physicsTimestep.orElse(reference.timestepSeconds()),
            solverIterations.orElse(reference.solverIterations()),
            lineSearchIterations.orElse(reference.lineSearchIterations()),
            eulerDamping.orElse(reference.eulerDamping()));
    return BrittleStarScene.of(
        SettingException.under("model", brittleStar::morphology),
        SettingException.under("arena", arena.orElse(ArenaSettings.REFERENCE)::arena),
        physics);
  }
}
