package org.ophiura.learning.indexer;

import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;

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
    return indexer(settings.arms(), layout);
  }

  /** Finds what the indexer reads. */
  static TargetDirectionIndexer indexer(int arms, RobotLayout layout) {
    ObservationSpec direction =
        ObservationSearch.find(
            layout, DIRECTION, 2, "choose a task with a target, such as directed-locomotion");
    ObservationSpec rotation =
        ObservationSearch.find(layout, ROTATION, YAW + 1, "choose a plant whose robot has a disk");
    return new TargetDirectionIndexer(
        arms, direction.offset(), direction.offset() + 1, rotation.offset() + YAW);
  }
}
