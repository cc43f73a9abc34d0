package org.ophiura.app.results;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.tabular.QTable;

/** Writes {@code q-table.csv}, the picture of a table as data: a row for each state and action. */
public final class QTableFile {
  /** Its name in a run's folder. */
  public static final String NAME = "q-table.csv";

  private QTableFile() {}

  /** Writes the values that {@code controller} chooses by, with the names of its states. */
  public static void write(Path file, DecidingController controller, QTable table) {
    write(
        file,
        IntStream.range(0, table.states()).mapToObj(controller.indexer()::nameOf).toList(),
        IntStream.range(0, table.actions()).mapToObj(controller::actionName).toList(),
        List.of(table.toRows()));
  }

  /**
   * Writes values by names.
   *
   * @param table a row for each state, a number for each action
   */
  public static void write(
      Path file, List<String> states, List<String> actions, List<double[]> table) {
    CsvFile.write(
        file,
        List.of("state", "action", "value", "best"),
        rows -> {
          for (int state = 0; state < states.size(); state++) {
            double[] values = table.get(state);
            double best = Arrays.stream(values).max().orElse(Double.NaN);
            for (int action = 0; action < actions.size(); action++) {
              double value = values[action];
              rows.add(
                  List.of(states.get(state), actions.get(action), value, value == best ? 1 : 0));
            }
          }
        });
  }
}
