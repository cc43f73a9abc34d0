package org.ophiura.app.plot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ophiura.app.recording.Signals;
import org.ophiura.app.recording.SignalsFile;
import org.ophiura.app.results.CsvFile;
import org.ophiura.app.results.QTableFile;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.RunFolder;
import org.ophiura.app.run.RunRecord;

/**
 * What the files of a run say, as far as it can be drawn.
 *
 * @param folder where it is
 * @param trial name of the trial
 * @param seed its seed
 * @param settings all settings but the seed, as text: equal where runs differ in the seed alone
 * @param hasAim whether episodes succeed or fail
 * @param episodes the episodes
 * @param greedy the greedy policy judged while it was trained
 * @param values what was learned; empty where nothing was
 * @param signals of the recorded episode; empty where none was kept
 */
record RunData(
    Path folder,
    String trial,
    long seed,
    String settings,
    boolean hasAim,
    RunRecord episodes,
    List<Greedy> greedy,
    Optional<Values> values,
    Optional<Signals> signals) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The greedy policy after some training; NaN where a figure does not apply. */
  record Greedy(int trainingEpisodes, double success, double meanReturn) {}

  /** Learned values by state and action, with their names. */
  record Values(List<String> states, List<String> actions, List<double[]> table) {}

  /**
   * Reads a run.
   *
   * @throws UserException if the folder is not that of a run, or its files are broken
   */
  static RunData read(Path folder) {
    if (!isRun(folder)) {
      throw new UserException(
          folder
              + (Files.isDirectory(folder)
                  ? " must be the folder of a run or of a study: it holds no "
                      + RunFolder.RESULT_FILE
                  : " must be the folder of a run or of a study: it is no folder")
              + "; name one such as runs/target-locomotion/1");
    }
    try {
      JsonNode result = JSON.readTree(folder.resolve(RunFolder.RESULT_FILE).toFile());
      return new RunData(
          folder,
          result.path("trial").asText(),
          result.path("seed").asLong(),
          withoutSeed(Files.readString(folder.resolve(RunFolder.TRIAL_FILE))),
          result.path("evaluation").path("success_rate").isNumber(),
          RunRecord.read(folder),
          greedy(folder.resolve("evaluations.csv")),
          values(folder.resolve(QTableFile.NAME)),
          SignalsFile.find(folder));
    } catch (IOException | IllegalArgumentException e) {
      throw new UserException(
          folder + " is not as a run leaves it (" + e.getMessage() + "); run the trial again");
    }
  }

  /** Whether a folder has the results of a run. */
  static boolean isRun(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFolder.RESULT_FILE))
        && Files.isRegularFile(folder.resolve("episodes.csv"));
  }

  private static String withoutSeed(String yaml) {
    return yaml.lines().filter(line -> !line.startsWith("seed:")).collect(Collectors.joining("\n"));
  }

  private static List<Greedy> greedy(Path file) throws IOException {
    List<Greedy> points = new ArrayList<>();
    for (CSVRecord row : rows(file)) {
      points.add(
          new Greedy(
              Integer.parseInt(row.get("training_episodes")),
              number(row.get("success_rate")),
              number(row.get("mean_return"))));
    }
    return points;
  }

  private static Optional<Values> values(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Map<String, Integer> actions = new LinkedHashMap<>();
    Map<String, List<Double>> states = new LinkedHashMap<>();
    for (CSVRecord row : rows(file)) {
      actions.putIfAbsent(row.get("action"), actions.size());
      states
          .computeIfAbsent(row.get("state"), name -> new ArrayList<>())
          .add(number(row.get("value")));
    }
    List<double[]> table =
        states.values().stream()
            .map(list -> list.stream().mapToDouble(Double::doubleValue).toArray())
            .toList();
    for (double[] row : table) {
      if (row.length != actions.size()) {
        throw new IllegalArgumentException(file.getFileName() + " lacks rows");
      }
    }
    return Optional.of(
        new Values(List.copyOf(states.keySet()), List.copyOf(actions.keySet()), table));
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    try (Reader text = Files.newBufferedReader(file);
        CSVParser rows =
            CsvFile.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get().parse(text)) {
      return rows.getRecords();
    }
  }

  private static double number(String cell) {
    return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
  }

  /** What it is called above a plot. */
  String title() {
    return trial + ", seed " + seed;
  }
}
