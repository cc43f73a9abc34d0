package org.ophiura.app.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ophiura.app.config.Resolved;
import org.ophiura.app.results.CsvFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.trial.DecisionCount;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Experiment;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.sim.CycleStatus;

/**
 * A published run as its files have it, for those who compare runs: the same whether it was run
 * just now or long ago, for a number reads back to the same bits.
 *
 * @param folder where it is
 * @param interrupted whether the user ended it early, so that episodes are missing
 * @param training its training episodes, in order
 * @param evaluation its final evaluation
 */
public record RunRecord(
    Path folder, boolean interrupted, List<TrainingEpisode> training, Evaluation evaluation) {

  /** Keeps a copy of the list. */
  public RunRecord {
    training = List.copyOf(training);
  }

  /**
   * Reads the files of a run.
   *
   * @throws UserException if it lacks one, or one of them is not what a run writes
   */
  public static RunRecord read(Path folder) {
    Path table = folder.resolve("episodes.csv");
    List<TrainingEpisode> training = new ArrayList<>();
    List<EpisodeResult> evaluation = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(table);
        CSVParser rows =
            CsvFile.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
      for (CSVRecord row : rows) {
        EpisodeResult result = episode(row);
        if (result.kind() == EpisodeKind.TRAINING) {
          training.add(
              new TrainingEpisode(
                  result,
                  optional(row, "epsilon"),
                  optional(row, "mean_q"),
                  optional(row, "loss")));
        } else {
          evaluation.add(result);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          table + " is not as a run writes it (" + e.getMessage() + "); run the trial again");
    }
    return new RunRecord(
        folder,
        !RunFolders.isFinished(folder),
        training,
        new Evaluation(training.size(), evaluation));
  }

  private static EpisodeResult episode(CSVRecord row) {
    return new EpisodeResult(
        EpisodeKind.ofLabel(row.get("kind")),
        Integer.parseInt(row.get("episode")),
        number(row, "return"),
        Integer.parseInt(row.get("steps")),
        number(row, "seconds"),
        row.get("success").equals("1"),
        CycleStatus.valueOf(row.get("status")),
        DecisionCount.of(counts(row.get("state_visits")), counts(row.get("action_visits"))));
  }

  private static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  /** NaN where the column is empty or missing. */
  private static double optional(CSVRecord row, String column) {
    return !row.isMapped(column) || row.get(column).isEmpty() ? Double.NaN : number(row, column);
  }

  private static long[] counts(String cell) {
    return cell.isEmpty()
        ? new long[0]
        : Arrays.stream(cell.split(" ", -1)).mapToLong(Long::parseLong).toArray();
  }

  /** Whether a folder is of a run with these settings. */
  static boolean isOf(Path folder, Experiment settings) {
    try {
      return Files.readString(folder.resolve(RunFolder.TRIAL_FILE))
          .equals(Resolved.toYaml(settings.settings()));
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether a folder is of a run with these settings and with parts of these versions. */
  static boolean isOf(Path folder, Experiment settings, Map<String, String> versions) {
    try {
      JsonNode result = new ObjectMapper().readTree(folder.resolve(RunFolder.RESULT_FILE).toFile());
      return isOf(folder, settings) && RunFile.differing(result, versions).isEmpty();
    } catch (IOException e) {
      return false;
    }
  }
}
