package org.ophiura.app.task;

import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.TaskPlugin;

/** Offers {@link DirectedLocomotion} to trial files. */
public final class DirectedLocomotionPlugin implements TaskPlugin<DirectedLocomotionSettings> {
  @Override
  public String id() {
    return "directed-locomotion";
  }

  @Override
  public String summary() {
    return "Reach a target; the reward is the progress towards it.";
  }

  @Override
  public Class<DirectedLocomotionSettings> settings() {
    return DirectedLocomotionSettings.class;
  }

  @Override
  public Task create(DirectedLocomotionSettings settings, RobotLayout layout) {
    if (layout.findObservation("xy_distance_to_target").isEmpty()) {
      throw new SettingException(
          "type",
          "must fit the robot: directed-locomotion needs the observation xy_distance_to_target,"
              + " which "
              + layout.robot()
              + " lacks; give its model a mocap body named 'target', and a free joint that carries the robot");
    }
    return new DirectedLocomotion(settings, layout);
  }
}
