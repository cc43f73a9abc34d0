package org.ophiura.app.task;

import java.util.List;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.TaskPlugin;

/** Offers {@link UndirectedLocomotion} to trial files. */
public final class UndirectedLocomotionPlugin implements TaskPlugin<UndirectedLocomotionSettings> {
  @Override
  public String id() {
    return "undirected-locomotion";
  }

  @Override
  public String summary() {
    return "Get away from the origin, wherever to; the reward is the distance that was gained.";
  }

  @Override
  public Class<UndirectedLocomotionSettings> settings() {
    return UndirectedLocomotionSettings.class;
  }

  @Override
  public boolean hasAim() {
    return false;
  }

  @Override
  public List<ObservationSpec> observations(
      UndirectedLocomotionSettings settings, RobotLayout layout) {
    if (layout.findObservation("disk_position").isEmpty()) {
      throw new SettingException(
          "type",
          "must fit the robot: undirected-locomotion needs the observation disk_position, which "
              + layout.robot()
              + " lacks; take the model brittle-star");
    }
    return List.of(
        ObservationSpec.uniform(
            UndirectedLocomotion.DISTANCE,
            layout.observationSize(),
            1,
            0,
            Double.POSITIVE_INFINITY,
            "m"));
  }

  @Override
  public Task create(UndirectedLocomotionSettings settings, RobotLayout layout) {
    return new UndirectedLocomotion(settings, layout);
  }
}
