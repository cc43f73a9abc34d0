package org.ophiura.app.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ophiura.app.trial.EpisodeListener;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;

/**
 * Keeps an episode step by step: time, reward, every observation, every command. Memory is laid out
 * in blocks, the first beforehand, so that recording allocates nothing within a tick but at the
 * start of each further block.
 */
public final class TrajectoryRecorder implements EpisodeListener {
  private static final int BLOCK_ROWS = 1024;

  private final RobotLayout layout;
  private final int columns;
  private final List<double[]> blocks = new ArrayList<>();
  private double[] block;
  private int start;
  private int size;

  /**
   * Makes room for an episode.
   *
   * @param steps control steps that are expected at most; a long episode gets more room as it goes
   */
  public TrajectoryRecorder(RobotLayout layout, int steps) {
    this.layout = layout;
    columns = 2 + layout.observationSize() + layout.actuators().size();
    block = new double[(Math.min(steps, BLOCK_ROWS - 1) + 1) * columns];
    blocks.add(block);
  }

  @Override
  public void began(PlantState state) {
    size = 0;
    observe(state, 0);
    Arrays.fill(block, columns - layout.actuators().size(), columns, Double.NaN);
  }

  @Override
  public void stepped(PlantState state, JointCommand command, double reward) {
    observe(state, reward);
    int firstCommand = start + 2 + layout.observationSize();
    for (int i = 0; i < command.size(); i++) {
      block[firstCommand + i] = command.get(i);
    }
  }

  private void observe(PlantState state, double reward) {
    if (size == blocks.size() * BLOCK_ROWS) {
      blocks.add(new double[BLOCK_ROWS * columns]);
    }
    block = blocks.get(size / BLOCK_ROWS);
    start = size % BLOCK_ROWS * columns;
    size++;
    block[start] = state.timeSeconds();
    block[start + 1] = reward;
    for (int i = 0; i < layout.observationSize(); i++) {
      block[start + 2 + i] = state.get(i);
    }
  }

  /** Whether an episode was recorded. */
  public boolean isEmpty() {
    return size == 0;
  }

  /** Writes what was recorded; the first row, before any command, has empty command cells. */
  public void write(Path file) {
    CsvFile.write(
        file,
        header(),
        table -> {
          for (int row = 0; row < size; row++) {
            List<Object> cells = new ArrayList<>(columns);
            for (int column = 0; column < columns; column++) {
              double value = blocks.get(row / BLOCK_ROWS)[row % BLOCK_ROWS * columns + column];
              cells.add(Double.isNaN(value) ? "" : value);
            }
            table.add(cells);
          }
        });
  }

  private List<String> header() {
    List<String> header = new ArrayList<>(List.of("time", "reward"));
    for (ObservationSpec observation : layout.observations()) {
      header.addAll(elementNames(observation.name(), observation.size()));
    }
    for (ActuatorSpec actuator : layout.actuators()) {
      header.add("command:" + actuator.name());
    }
    return header;
  }

  /** Column names of a value: {@code name}, or {@code name[0]}, {@code name[1]}, … of a vector. */
  public static List<String> elementNames(String name, int size) {
    if (size == 1) {
      return List.of(name);
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      names.add(name + "[" + i + "]");
    }
    return names;
  }
}
