package org.ophiura.app.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;

/** What a robot's sensors read at the start and after each control step. */
public final class SensorsFile {
  private final List<ObservationSpec> sensors;
  private final List<List<Double>> rows;

  /**
   * Prepares a file.
   *
   * @param sensors in the order of the columns
   * @param steps control steps that are expected
   */
  public SensorsFile(List<ObservationSpec> sensors, int steps) {
    this.sensors = List.copyOf(sensors);
    rows = new ArrayList<>(steps + 1);
  }

  /** Adds a row: the time, and what the sensors read now. */
  public void add(PlantState state) {
    List<Double> row = new ArrayList<>();
    row.add(state.timeSeconds());
    for (ObservationSpec sensor : sensors) {
      for (int i = 0; i < sensor.size(); i++) {
        row.add(state.get(sensor.offset() + i));
      }
    }
    rows.add(row);
  }

  /** Writes all rows; every number reads back to the same bits. */
  public void write(Path file) {
    List<String> header = new ArrayList<>();
    header.add("time");
    for (ObservationSpec sensor : sensors) {
      header.addAll(TrajectoryRecorder.elementNames(sensor.name(), sensor.size()));
    }
    CsvFile.write(file, header, table -> rows.forEach(table::add));
  }
}
