package org.ophiura.app.task;

import java.util.Optional;
import org.ophiura.sim.Arena;
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
    return "Reach a target, or several one after the other; rewards progress, arrival or both.";
  }

  @Override
  public Class<DirectedLocomotionSettings> settings() {
    return DirectedLocomotionSettings.class;
  }

  @Override
  public Task create(DirectedLocomotionSettings settings, RobotLayout layout) {
    require(
        layout,
        "xy_distance_to_target",
        "give its model a mocap body named 'target', and a free joint that carries the robot");
    if (settings.target() instanceof TargetPlacement.Waypoints) {
      require(layout, "disk_position", "take the model brittle-star, or another target");
    }
    Optional<Arena> arena = layout.arena();
    if (arena.isPresent()) {
      try {
        settings.target().requireWithin(arena.get());
      } catch (SettingException e) {
        throw e.under("target");
      }
    }
    return new DirectedLocomotion(settings, layout);
  }

  private static void require(RobotLayout layout, String observation, String remedy) {
    if (layout.findObservation(observation).isEmpty()) {
      throw new SettingException(
          "type",
          "must fit the robot: directed-locomotion needs the observation "
              + observation
              + ", which "
              + layout.robot()
              + " lacks; "
              + remedy);
    }
  }
}
