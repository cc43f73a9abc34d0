package org.ophiura.learning.indexer;

import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;

/** The indexer {@code compass}. */
public final class CompassPlugin implements IndexerPlugin<CompassSettings> {
  private static final int YAW = 2;

  @Override
  public String id() {
    return "compass";
  }

  @Override
  public String summary() {
    return "Number of the arm that points closest to a fixed direction in the world.";
  }

  @Override
  public Class<CompassSettings> settings() {
    return CompassSettings.class;
  }

  @Override
  public StateIndexer create(CompassSettings settings, RobotLayout layout) {
    ObservationSpec rotation =
        ObservationSearch.find(
            layout, "disk_rotation", YAW + 1, "choose a plant whose robot has a disk");
    return new CompassIndexer(
        settings.arms(), Math.toRadians(settings.directionDegrees()), rotation.offset() + YAW);
  }
}
