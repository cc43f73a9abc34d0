package org.ophiura.learning.indexer;

import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/** Finds what an indexer reads among a robot's observations. */
final class ObservationSearch {
  private ObservationSearch() {}

  /**
   * An observation of a given size.
   *
   * @param remedy what to do if the robot lacks it
   * @throws SettingException if it does, or if the size is another
   */
  static ObservationSpec find(RobotLayout layout, String name, int size, String remedy) {
    ObservationSpec observation =
        layout
            .findObservation(name)
            .orElseThrow(
                () ->
                    new SettingException(
                        "",
                        "needs the observation "
                            + name
                            + ", which "
                            + layout.robot()
                            + " lacks; "
                            + remedy));
    if (observation.size() != size) {
      throw new SettingException(
          "",
          "needs an observation "
              + name
              + " of "
              + size
              + " elements, got "
              + observation.size()
              + " from "
              + layout.robot()
              + "; "
              + remedy);
    }
    return observation;
  }
}
