package org.ophiura.app.robot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Space.Box.Dimension;
import org.ophiura.sim.plugin.SettingException;

/** What is seen of a robot: numbers picked from its state. Allocates nothing when it looks. */
final class RobotView {
  private static final String TARGET_DIRECTION = "target-direction";
  private static final String DIRECTION = "unit_xy_direction_to_target";
  private static final String ROTATION = "disk_rotation";
  private static final int YAW = 2;

  private final List<Part> parts = new ArrayList<>();
  private final List<Dimension> dimensions = new ArrayList<>();

  /** Copies some numbers; returns where the next are to go. */
  @FunctionalInterface
  private interface Part {
    int copy(PlantState state, double[] out, int at);
  }

  /**
   * Finds what is to be seen.
   *
   * @throws SettingException if the robot lacks an observation
   */
  RobotView(RobotLayout layout, List<String> names) {
    for (String name : names) {
      if (name.equals(TARGET_DIRECTION)) {
        addDirection(layout);
      } else {
        add(find(layout, name, names.indexOf(name)));
      }
    }
  }

  private static ObservationSpec find(RobotLayout layout, String name, int index) {
    Set<String> known = new LinkedHashSet<>(List.of(TARGET_DIRECTION));
    layout.observations().forEach(observation -> known.add(observation.name()));
    return layout
        .findObservation(name)
        .orElseThrow(
            () ->
                new SettingException(
                    "observations[" + index + "]",
                    "must be an observation of "
                        + layout.robot()
                        + ", got '"
                        + name
                        + "'"
                        + NearestName.suggestion(name, known)));
  }

  private void add(ObservationSpec observation) {
    int offset = observation.offset();
    int size = observation.size();
    for (int i = 0; i < size; i++) {
      dimensions.add(
          new Dimension(
              size == 1 ? observation.name() : observation.name() + "[" + i + "]",
              observation.unit(),
              Double.NEGATIVE_INFINITY, // Limits of the simulation are soft.
              Double.POSITIVE_INFINITY));
    }
    parts.add(
        (state, out, at) -> {
          for (int i = 0; i < size; i++) {
            out[at + i] = state.get(offset + i);
          }
          return at + size;
        });
  }

  private void addDirection(RobotLayout layout) {
    ObservationSpec direction = find(layout, DIRECTION, 0);
    int x = direction.offset();
    int yaw = find(layout, ROTATION, 0).offset() + YAW;
    dimensions.add(new Dimension("cosine of the target's direction", "", -1, 1));
    dimensions.add(new Dimension("sine of the target's direction", "", -1, 1));
    parts.add(
        (state, out, at) -> {
          double angle = Math.atan2(state.get(x + 1), state.get(x)) - state.get(yaw);
          out[at] = Math.cos(angle);
          out[at + 1] = Math.sin(angle);
          return at + 2;
        });
  }

  Space.Box space() {
    return new Space.Box(dimensions);
  }

  void look(PlantState state, double[] out) {
    int at = 0;
    for (int i = 0; i < parts.size(); i++) {
      at = parts.get(i).copy(state, out, at);
    }
  }
}
