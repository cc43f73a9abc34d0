package org.ophiura.app.task.light;

import java.util.List;
import org.ophiura.sim.Arena;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.TaskPlugin;

/** Offers {@link LightEscape} to trial files. */
public final class LightEscapePlugin implements TaskPlugin<LightEscapeSettings> {
  @Override
  public String id() {
    return "light-escape";
  }

  @Override
  public String summary() {
    return "Get out of the light, which fades towards +x; the reward is how much less is taken in.";
  }

  @Override
  public Class<LightEscapeSettings> settings() {
    return LightEscapeSettings.class;
  }

  @Override
  public boolean hasAim() {
    return false;
  }

  @Override
  public List<ObservationSpec> observations(LightEscapeSettings settings, RobotLayout layout) {
    if (layout.bodyPlan().isEmpty()
        || layout.arena().isEmpty()
        || layout.findObservation("disk_position").isEmpty()) {
      throw new SettingException(
          "type",
          "must fit the robot: light-escape needs a brittle star in its aquarium, got "
              + layout.robot()
              + "; take the model brittle-star");
    }
    Arena arena = layout.arena().get();
    if (!arena.sand()) {
      throw new SettingException(
          "type",
          "must fit the ground: light-escape needs sand, on which light can vary; set"
              + " plant.arena.ground to sand");
    }
    int segments = layout.bodyPlan().get().segments().size();
    int end = layout.observationSize();
    double unlimited = Double.POSITIVE_INFINITY;
    return List.of(
        ObservationSpec.uniform(LightEscape.SEGMENT_LIGHT, end, segments, 0, 1, ""),
        ObservationSpec.uniform(LightEscape.DISK_LIGHT, end + segments, 1, 0, 1, ""),
        ObservationSpec.uniform(
            LightEscape.X_TRAVELLED, end + segments + 1, 1, -unlimited, unlimited, "m"));
  }

  @Override
  public Task create(LightEscapeSettings settings, RobotLayout layout) {
    return new LightEscape(settings, layout);
  }
}
