package org.ophiura.sim.hardware.source;

import java.util.List;
import java.util.Optional;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/** Says the same forever, such as for a robot on a stand with a target that does not move. */
public final class FixedSource implements StateSource {
  private final int[] indices;
  private final double[] values;

  /**
   * Makes a source of fixed values.
   *
   * @throws SettingException for {@code observations[i]} if the robot has no such observation, or
   *     one of another size
   */
  public FixedSource(List<FixedObservation> observations, RobotLayout layout) {
    int size = observations.stream().mapToInt(fixed -> fixed.values().size()).sum();
    indices = new int[size];
    values = new double[size];
    int next = 0;
    for (int i = 0; i < observations.size(); i++) {
      FixedObservation fixed = observations.get(i);
      int offset = find(fixed, layout, "observations[" + i + "]").offset();
      for (int element = 0; element < fixed.values().size(); element++) {
        indices[next] = offset + element;
        values[next] = fixed.values().get(element);
        next++;
      }
    }
  }

  private static ObservationSpec find(FixedObservation fixed, RobotLayout layout, String path) {
    Optional<ObservationSpec> found = layout.findObservation(fixed.observation());
    if (found.isEmpty()) {
      List<String> known = layout.observations().stream().map(ObservationSpec::name).toList();
      throw new SettingException(
          path + ".observation",
          "must be an observation of the robot, got '"
              + fixed.observation()
              + "'"
              + NearestName.suggestion(fixed.observation(), known));
    }
    if (found.get().size() != fixed.values().size()) {
      throw new SettingException(
          path + ".values",
          "must be "
              + found.get().size()
              + " numbers, as many as "
              + fixed.observation()
              + " has, got "
              + fixed.values().size());
    }
    return found.get();
  }

  @Override
  public CycleStatus read(double[] state) {
    for (int i = 0; i < indices.length; i++) {
      state[indices[i]] = values[i];
    }
    return CycleStatus.OK;
  }
}
