package org.ophiura.sim.hardware.source;

import java.util.List;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.Settings;

/** One observation and what it is said to be. */
public record FixedObservation(
    @Setting("Name of the observation, such as xy_distance_to_target.") String observation,
    @Setting("Its values, in its own unit.") List<Double> values) {
  /** Checks the limits. */
  public FixedObservation {
    Settings.check(FixedObservation.class, observation, values);
    values = List.copyOf(values);
  }
}
