package org.ophiura.app.robot;

import java.util.List;
import java.util.Optional;
import org.ophiura.app.disturbance.Disturbance;
import org.ophiura.app.trial.EvaluationSettings;
import org.ophiura.app.trial.TrialSettings;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.ControllerPlugin;
import org.ophiura.sim.plugin.PlantPlugin;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;
import org.ophiura.sim.plugin.TaskPlugin;

/** Settings of the environment {@code robot}: those of a robot's trial, and what is seen of it. */
public record RobotSettings(
    @Setting(value = "The robot and its surroundings.", plugin = PlantPlugin.class)
        Choice<PlantPlugin<?>> plant,
    @Setting(value = "What the robot is asked to do.", plugin = TaskPlugin.class)
        Choice<TaskPlugin<?>> task,
    @Setting(
            value = "Carries the choices out; its own policy and indexer have no effect.",
            plugin = ControllerPlugin.class)
        Choice<ControllerPlugin<?>> controller,
    @Setting(value = "What goes wrong in each episode, as in a trial file.", defaultValue = "[]")
        List<Disturbance> disturbances,
    @Setting(
            value =
                "What is observed, in this order: target-direction (cosine and sine of the direction"
                    + " to the target, seen from the robot), or observations by their names, such as"
                    + " joint_position; 'ophiura model info' lists them.",
            defaultValue = "[target-direction]")
        List<String> observations) {
  /** Checks the limits, and that something is observed. */
  public RobotSettings {
    disturbances = List.copyOf(disturbances);
    observations = List.copyOf(observations);
    Settings.check(RobotSettings.class, plant, task, controller, disturbances, observations);
    if (observations.isEmpty()) {
      throw new SettingException(
          "observations", "must name something to see, such as target-direction, got none");
    }
  }

  /** The trial that these settings describe. */
  TrialSettings trial() {
    return new TrialSettings(
        "robot",
        1,
        plant,
        Optional.of(task),
        Optional.of(controller),
        disturbances,
        Optional.empty(),
        new EvaluationSettings(1));
  }
}
