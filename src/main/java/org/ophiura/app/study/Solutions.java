package org.ophiura.app.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ophiura.app.problem.ProblemSettings;
import org.ophiura.app.results.AtomicFiles;
import org.ophiura.app.results.CsvFile;
import org.ophiura.app.results.RunResults;
import org.ophiura.app.results.UserException;
import org.ophiura.app.run.RunFolder;

/**
 * How many seeds of each problem were solved, and how soon.
 *
 * @param rows a row for each problem and seed, in the order of the plan
 */
public record Solutions(List<Row> rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Keeps a copy of the list. */
  public Solutions {
    rows = List.copyOf(rows);
  }

  /**
   * One run.
   *
   * @param problem which problem
   * @param seed with which seed
   * @param solved whether it met its criterion
   * @param meanReturn of the evaluation
   * @param episodes of the training
   * @param steps of the training
   * @param seconds that the training took, with the evaluations in it, by the wall clock
   */
  public record Row(
      StudyTrial problem,
      long seed,
      boolean solved,
      double meanReturn,
      int episodes,
      long steps,
      double seconds) {}

  /**
   * Reads the results of finished runs.
   *
   * @throws UserException if one of them is not as a run leaves it
   */
  public static Solutions of(StudyFolder folder) {
    List<Row> rows = new ArrayList<>();
    for (StudyTrial trial : folder.plan().trials()) {
      for (long seed : folder.plan().seeds()) {
        Path run = folder.run(new StudyPlan.Job(trial, seed));
        JsonNode result = read(run.resolve(RunFolder.RESULT_FILE));
        rows.add(
            new Row(
                trial,
                seed,
                result.path("evaluation").path("solved").asBoolean(),
                result.path("evaluation").path("mean_return").asDouble(Double.NaN),
                result.path("training").path("episodes").asInt(),
                result.path("training").path("steps").asLong(),
                read(run.resolve(RunResults.TIMING_FILE))
                    .path("training_wall_seconds")
                    .asDouble()));
      }
    }
    return new Solutions(rows);
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UserException(file + " cannot be read: " + e.getMessage());
    }
  }

  /** Writes a row for each run. */
  public void writeRuns(Path file) {
    CsvFile.write(
        file,
        List.of("trial", "seed", "solved", "mean_return", "episodes", "steps", "seconds"),
        out -> {
          for (Row row : rows) {
            out.add(
                List.of(
                    row.problem().label(),
                    row.seed(),
                    row.solved() ? 1 : 0,
                    Numbers.cell(row.meanReturn()),
                    row.episodes(),
                    row.steps(),
                    row.seconds()));
          }
        });
  }

  /** Writes the table, one row for each problem, as Markdown. */
  public void writeTable(Path file) {
    AtomicFiles.write(file, out -> out.write(String.join("\n", table()) + "\n"));
  }

  /** The table as lines of Markdown: medians and, in brackets, ranges over the seeds. */
  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("| problem | trial | method | solved | return | episodes | seconds |");
    lines.add("|---|---|---|---|---|---|---|");
    for (StudyTrial problem : rows.stream().map(Row::problem).distinct().toList()) {
      List<Row> own = rows.stream().filter(row -> row.problem().equals(problem)).toList();
      ProblemSettings settings = (ProblemSettings) problem.settings();
      lines.add(
          "| "
              + String.join(
                  " | ",
                  settings.environment().plugin().id(),
                  problem.label(),
                  settings.method().plugin().id(),
                  own.stream().filter(Row::solved).count() + " of " + own.size(),
                  spread(own, Row::meanReturn, "%.2f"),
                  spread(own, Row::episodes, "%.0f"),
                  spread(own, Row::seconds, "%.2f"))
              + " |");
    }
    return lines;
  }

  private static String spread(List<Row> rows, ToDoubleFunction<Row> value, String format) {
    double[] sorted = rows.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    String text = text(format, median);
    double least = Arrays.stream(sorted).min().orElse(median);
    double greatest = Arrays.stream(sorted).max().orElse(median);
    return least == greatest
        ? text
        : text + " (" + text(format, least) + " to " + text(format, greatest) + ")";
  }

  private static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
