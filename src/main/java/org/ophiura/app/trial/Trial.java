package org.ophiura.app.trial;

import java.util.List;
import java.util.Optional;
import org.ophiura.learning.DecidingController;
import org.ophiura.sim.Controller;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantFactory;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.PlantPlugin;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.TaskPlugin;

/** A trial with its robot compiled: makes rigs, one for each thread. Thread-safe. */
public final class Trial implements AutoCloseable {
  private final TrialSettings settings;
  private final PlantFactory plants;
  private final RandomStreams streams;

  private Trial(TrialSettings settings, PlantFactory plants) {
    this.settings = settings;
    this.plants = plants;
    streams = new RandomStreams(settings.seed());
  }

  /**
   * Compiles the robot and makes sure that task and controller fit it.
   *
   * @throws SettingException naming the setting that does not fit
   */
  public static Trial open(TrialSettings settings) {
    Trial trial = openPlant(settings);
    try (Rig rig = trial.newRig()) {
      rehearse(rig, trial.streams);
      return trial;
    } catch (RuntimeException e) {
      trial.close();
      throw e;
    }
  }

  /** Starts an episode, for not every plant can start everywhere or move its target. */
  private static void rehearse(Rig rig, RandomStreams streams) {
    try {
      rig.plant()
          .reset(
              rig.task().start(EpisodeKind.EVALUATION.start(streams, 0)),
              EpisodeKind.EVALUATION.noise(streams, 0));
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      throw new SettingException("task", "must start where the plant can: " + e.getMessage());
    }
  }

  /** Compiles the robot alone: for what needs neither task nor controller. */
  public static Trial openPlant(TrialSettings settings) {
    return new Trial(
        settings,
        SettingException.under("plant", () -> PlantPlugin.create(settings.plant(), List.of())));
  }

  /** The settings that the trial was opened with. */
  public TrialSettings settings() {
    return settings;
  }

  /** What makes its plants. */
  public PlantFactory plants() {
    return plants;
  }

  /**
   * The robot as its controller sees it: with the observations that the task adds.
   *
   * @throws SettingException if the robot lacks what the task computes them from
   */
  public RobotLayout layout() {
    return settings
        .task()
        .map(
            choice ->
                SettingException.under("task", () -> TaskPlugin.layout(choice, plants.layout())))
        .orElseGet(plants::layout);
  }

  /** Its random streams. */
  public RandomStreams streams() {
    return streams;
  }

  /** Makes a plant with a task and a controller of its own. */
  public Rig newRig() {
    Choice<ControllerPlugin<?>> choice =
        settings.controller().orElseThrow(() -> missing("controller"));
    RobotLayout layout = layout();
    Task task = newTask().orElseThrow(() -> missing("task"));
    Controller controller =
        SettingException.under(
            "controller",
            () -> ControllerPlugin.create(choice, layout, plants.controlPeriodSeconds()));
    Plant plant = plants.newPlant();
    return new Rig(plant, layout, task, controller);
  }

  /** Makes a task for one plant; empty where the trial has none. */
  public Optional<Task> newTask() {
    return settings
        .task()
        .map(choice -> SettingException.under("task", () -> TaskPlugin.create(choice, layout())));
  }

  private static SettingException missing(String block) {
    return new SettingException(
        block, "must be given to run a trial; see 'ophiura list " + block + "s' for the choices");
  }

  /** Whether its policy needs training before it can choose. */
  public boolean needsTraining() {
    try (Rig rig = newRig()) {
      return rig.decider().map(DecidingController::policy).orElse(null) instanceof UntrainedPolicy;
    }
  }

  @Override
  public void close() {
    plants.close();
  }
}
