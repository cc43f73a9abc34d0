package org.ophiura.learning.indexer;

import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/** The indexer {@code target-direction}. */
public final class TargetDirectionPlugin implements IndexerPlugin<TargetDirectionSettings> {
  /** Its id; states of this indexer are numbers of arms. */
  public static final String ID = "target-direction";

  private static final String DIRECTION = "unit_xy_direction_to_target";
  private static final String ROTATION = "disk_rotation";
  private static final int YAW = 2;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String summary() {
    return "Number of the arm in whose direction the target lies, seen from the robot.";
  }

  @Override
  public Class<TargetDirectionSettings> settings() {
    return TargetDirectionSettings.class;
  }

  @Override
  public StateIndexer create(TargetDirectionSettings settings, RobotLayout layout) {
    ObservationSpec direction =
        find(layout, DIRECTION, 2, "choose a task with a target, such as directed-locomotion");
    ObservationSpec rotation =
        find(layout, ROTATION, YAW + 1, "choose a plant whose robot has a disk");
    return new TargetDirectionIndexer(
        settings.arms(), direction.offset(), direction.offset() + 1, rotation.offset() + YAW);
  }

  private static ObservationSpec find(RobotLayout layout, String name, int size, String remedy) {
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
