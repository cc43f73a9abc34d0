package org.ophiura.learning.indexer;

import org.ophiura.learning.IndexerPlugin;
import org.ophiura.learning.StateIndexer;
import org.ophiura.sim.Arena;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.plugin.SettingException;

/** The indexer {@code grid-cell}. */
public final class GridCellPlugin implements IndexerPlugin<GridCellSettings> {
  private static final String POSITION = "disk_position";

  @Override
  public String id() {
    return "grid-cell";
  }

  @Override
  public String summary() {
    return "Number of the cell of the arena in which the robot's disk is.";
  }

  @Override
  public Class<GridCellSettings> settings() {
    return GridCellSettings.class;
  }

  @Override
  public StateIndexer create(GridCellSettings settings, RobotLayout layout) {
    ObservationSpec position =
        ObservationSearch.find(layout, POSITION, 3, "choose a plant whose robot has a disk");
    double halfX;
    double halfY;
    if (settings.halfSize().isPresent()) {
      halfX = settings.halfSize().get().get(0);
      halfY = settings.halfSize().get().get(1);
    } else {
      Arena arena =
          layout
              .arena()
              .orElseThrow(
                  () ->
                      new SettingException(
                          "half-size",
                          "must be given: the arena of " + layout.robot() + " is not known"));
      halfX = arena.halfSizeXMetres();
      halfY = arena.halfSizeYMetres();
    }
    return new GridCellIndexer(
        settings.cellsX(), settings.cellsY(), halfX, halfY, position.offset());
  }
}
