package org.ophiura.app.trial;

import java.util.List;
import java.util.Optional;
import org.ophiura.app.disturbance.Disturbance;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.PlantPlugin;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.TaskPlugin;

/**
 * A trial: which robot does what, under whose control, how that learns and how it is judged. Only
 * the plant is needed by every command; running a trial needs task and controller too.
 */
public record TrialSettings(
    @Setting(value = "Name of the trial; its results go to runs/NAME/SEED.", defaultValue = "trial")
        String name,
    @Setting(
            value = "The one seed that all random streams of the trial are split from.",
            defaultValue = "1")
        long seed,
    @Setting(value = "The robot and its surroundings.", plugin = PlantPlugin.class)
        Choice<PlantPlugin<?>> plant,
    @Setting(
            value = "What the robot is asked to do; needed to run the trial.",
            plugin = TaskPlugin.class,
            defaultValue = Setting.NONE)
        Optional<Choice<TaskPlugin<?>>> task,
    @Setting(
            value = "What turns observations into commands; needed to run the trial.",
            plugin = ControllerPlugin.class,
            defaultValue = Setting.NONE)
        Optional<Choice<ControllerPlugin<?>>> controller,
    @Setting(
            value =
                "What goes wrong in each episode: damage, pushes, a target that moves, sensors that"
                    + " are noisy or late.",
            defaultValue = "[]")
        List<Disturbance> disturbances,
    @Setting(
            value = "How a policy that learns is trained; without effect for the others.",
            defaultValue = Setting.NONE)
        Optional<TrainingSettings> training,
    @Setting(value = "How the controller is judged.", defaultValue = "{}")
        EvaluationSettings evaluation)
    implements Experiment {

  /** Checks the limits, and that the name can be that of a folder. */
  public TrialSettings {
    disturbances = List.copyOf(disturbances);
    Settings.check(
        TrialSettings.class,
        name,
        seed,
        plant,
        task,
        controller,
        disturbances,
        training,
        evaluation);
    Experiment.checkName(name);
  }

  @Override
  public int evaluationEpisodes() {
    return evaluation.episodes();
  }

  @Override
  public Object challenge() {
    return task;
  }

  @Override
  public Record settings() {
    return this;
  }

  /** Whether its episodes succeed or fail; see {@link TaskPlugin#hasAim}. */
  @Override
  public boolean hasAim() {
    return task.map(choice -> choice.plugin().hasAim()).orElse(false);
  }

  @Override
  public TrialSettings withSeed(long other) {
    return new TrialSettings(
        name, other, plant, task, controller, disturbances, training, evaluation);
  }

  /** The same trial, judged otherwise. */
  public TrialSettings withEvaluation(EvaluationSettings other) {
    return new TrialSettings(name, seed, plant, task, controller, disturbances, training, other);
  }
}
