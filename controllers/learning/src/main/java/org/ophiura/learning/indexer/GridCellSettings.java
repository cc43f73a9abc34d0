package org.ophiura.learning.indexer;

import java.util.List;
import java.util.Optional;
import org.ophiura.sim.plugin.Setting;
import org.ophiura.sim.plugin.SettingException;
import org.ophiura.sim.plugin.Settings;

/** Settings of the indexer {@code grid-cell}. */
public record GridCellSettings(
    @Setting(
            value = "Cells along the arena's x axis. Source: the directed-locomotion tutorial.",
            unit = "cells",
            defaultValue = "6",
            min = 1,
            max = 1000)
        int cellsX,
    @Setting(
            value = "Cells along its y axis. Source: the directed-locomotion tutorial.",
            unit = "cells",
            defaultValue = "6",
            min = 1,
            max = 1000)
        int cellsY,
    @Setting(
            value =
                "Half the size of the area that the cells tile, x and y, its middle at the origin;"
                    + " without it, the arena's.",
            unit = "m",
            defaultValue = Setting.NONE,
            min = 0,
            exclusiveMin = true)
        Optional<List<Double>> halfSize) {
  /** Checks the limits. */
  public GridCellSettings {
    halfSize = halfSize.map(List::copyOf);
    Settings.check(GridCellSettings.class, cellsX, cellsY, halfSize);
    if (halfSize.isPresent() && halfSize.get().size() != 2) {
      throw new SettingException(
          "half-size", "must have two numbers, x and y (m), got " + halfSize.get());
    }
  }
}
