package org.ophiura.app.trial;

import java.util.Optional;
import org.ophiura.app.disturbance.Disturbances;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.tabular.QTable;
import org.ophiura.sim.Controller;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantFactory;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.PlantEventException;
import org.ophiura.sim.plugin.PlantPlugin;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.TaskPlugin;

/** A trial with its robot compiled: makes rigs, one for each thread. Thread-safe. */
public final class Trial implements AutoCloseable {
  private final TrialSettings settings;
  private final Disturbances disturbances;
  private final PlantFactory plants;
  private final RandomStreams streams;

  private Trial(TrialSettings settings, Disturbances disturbances, PlantFactory plants) {
    this.settings = settings;
    this.disturbances = disturbances;
    this.plants = plants;
    streams = new RandomStreams(settings.seed());
  }

  /**
   * Compiles the robot and makes sure that task, controller and disturbances fit it.
   *
   * @throws SettingException naming the setting that does not fit
   */
  public static Trial open(TrialSettings settings) {
    Trial trial = openPlant(settings);
    try (Rig rig = trial.newRig()) {
      requireDecisions(rig);
      trial.rehearse(rig);
      trial.startTable(rig);
      return trial;
    } catch (RuntimeException e) {
      trial.close();
      throw e;
    }
  }

  /** A period that outlasts the episode would leave its last decision without an end. */
  private static void requireDecisions(Rig rig) {
    int period = rig.decider().map(DecidingController::decisionPeriodTicks).orElse(1);
    if (period > rig.stepLimit()) {
      throw new SettingException(
          "controller.decision-period",
          "must be <= the "
              + rig.stepLimit()
              + " control ticks of an episode, got "
              + period
              + "; shorten it, or lengthen task.time-limit");
    }
  }

  /** Starts an episode, for not every plant can start everywhere or move its target. */
  private void rehearse(Rig rig) {
    try {
      ResetSpec start = rig.task().start(EpisodeKind.EVALUATION.start(streams, 0));
      rig.plant().reset(start, EpisodeKind.EVALUATION.noise(streams, 0));
      disturbances.check(rig.task(), start, plants.layout());
    } catch (SettingException e) {
      throw e;
    } catch (IllegalArgumentException | UnsupportedOperationException e) {
      throw new SettingException("task", "must start where the plant can: " + e.getMessage());
    }
  }

  /**
   * Compiles the robot alone, with the damage that it takes: for what needs neither task nor
   * controller.
   *
   * @throws SettingException if the robot cannot be made, or cannot be damaged so
   */
  public static Trial openPlant(TrialSettings settings) {
    Disturbances disturbances = new Disturbances(settings.disturbances());
    try {
      return new Trial(
          settings,
          disturbances,
          SettingException.under(
              "plant", () -> PlantPlugin.create(settings.plant(), disturbances.events())));
    } catch (PlantEventException e) {
      throw disturbances.broken(e);
    }
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
    Plant plant = plants.newPlant();
    try {
      return newRig(plant);
    } catch (RuntimeException e) {
      plant.close();
      throw e;
    }
  }

  /**
   * Puts task and controller on a plant that was made elsewhere, with the layout of this trial's,
   * such as a robot of servos. Takes it over, unless this fails.
   */
  public Rig newRig(Plant plant) {
    Choice<ControllerPlugin<?>> choice =
        settings.controller().orElseThrow(() -> missing("controller"));
    RobotLayout layout = layout();
    Task task = newTask().orElseThrow(() -> missing("task"));
    Controller controller =
        SettingException.under(
            "controller",
            () -> ControllerPlugin.create(choice, layout, plants.controlPeriodSeconds()));
    return new Rig(plant, layout, task, controller, disturbances);
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

  /**
   * Whether it is trained before it is evaluated.
   *
   * @throws SettingException if the policy must learn but the trial says nothing of training
   */
  public boolean learns() {
    boolean learns = needsTraining();
    if (learns && settings.training().isEmpty()) {
      throw new SettingException(
          "training",
          "must be given: the policy of the controller is learned; add a training block, name a"
              + " trained table with controller.policy.file, or choose a policy that does not"
              + " learn");
    }
    return learns;
  }

  /** Whether its policy needs training before it can choose. */
  private boolean needsTraining() {
    try (Rig rig = newRig()) {
      return rig.decider().map(DecidingController::policy).orElse(null) instanceof UntrainedPolicy;
    }
  }

  /**
   * The values that training starts from; empty if the trial names none, or nothing is trained.
   *
   * @throws RuntimeException telling the user what is wrong, if they cannot be read or do not fit
   */
  Optional<QTable> startTable(Rig rig) {
    return rig.decider()
        .filter(controller -> controller.policy() instanceof UntrainedPolicy)
        .flatMap(
            controller ->
                settings
                    .training()
                    .flatMap(TrainingSettings::startPolicy)
                    .map(file -> StartValues.installed().read(file, layout(), controller)));
  }

  @Override
  public void close() {
    plants.close();
  }
}
