package org.ophiura.app.results;

import java.nio.file.Path;
import java.util.List;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.tabular.QTable;

/** Writes {@code q-table.csv}, the picture of a table as data: a row for each state and action. */
public final class QTableFile {
  /** Its name in a run's folder. */
  public static final String NAME = "q-table.csv";

  private QTableFile() {}

  /** Writes the values that {@code controller} chooses by, with the names of its states. */
  public static void write(Path file, DecidingController controller, QTable table) {
    CsvFile.write(
        file,
        List.of("state", "action", "value", "best"),
        rows -> {
          for (int state = 0; state < table.states(); state++) {
            for (int action = 0; action < table.actions(); action++) {
              double value = table.get(state, action);
              rows.add(
                  List.of(
                      controller.indexer().nameOf(state),
                      controller.actionName(action),
                      value,
                      value == table.max(state) ? 1 : 0));
            }
          }
        });
  }
}
