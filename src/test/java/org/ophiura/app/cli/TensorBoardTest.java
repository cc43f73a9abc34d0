package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.results.CsvFile;
import org.ophiura.app.tensorboard.TensorBoardLog;

/** A run that is written for TensorBoard, as the public TensorBoard reads it. */
@Tag("slow")
final class TensorBoardTest {
  private static final String VERSION = "2.21.0";

  @TempDir private Path folder;

  private String run(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("PYTHONPATH", folder.resolve("packages").toString());
    builder.redirectError(folder.resolve("errors").toFile());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command + "\n" + Files.readString(folder.resolve("errors")));
    return output;
  }

  @Test
  void thePublicReaderFindsWhatTheRunWrote() throws IOException, InterruptedException {
    Path out = folder.resolve("run");
    Invocation.smallRun(out, "--tensorboard").succeeded();
    run(
        List.of(
            "python3",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--target",
            folder.resolve("packages").toString(),
            "tensorboard==" + VERSION));
    Path script = folder.resolve("read_events.py");
    try (InputStream in =
        Objects.requireNonNull(TensorBoardLog.class.getResourceAsStream("read_events.py"))) {
      Files.copy(in, script);
    }
    List<String> read =
        run(List.of("python3", script.toString(), out.resolve("tensorboard").toString()))
            .lines()
            .toList();
    assertTrue(read.contains("scalar training/return " + returns(out)), read + "");
    assertTrue(read.contains("scalar training/epsilon 1=0.8 2=0.3"), read + "");
    assertTrue(read.contains("plugin _hparams_/session_start_info hparams"), read + "");
    for (String tag : List.of("training/actions", "training/states", "greedy/q")) {
      assertTrue(read.stream().anyMatch(line -> line.startsWith("histogram " + tag)), read + "");
    }
    assertTrue(read.stream().anyMatch(line -> line.startsWith("scalar greedy/success 1=")));
  }

  /** As the script prints them. */
  private static String returns(Path run) throws IOException {
    try (CSVParser rows =
        CSVParser.parse(
            run.resolve("episodes.csv"),
            StandardCharsets.UTF_8,
            CsvFile.FORMAT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return rows.stream()
          .filter(row -> row.get("kind").equals("training"))
          .map(TensorBoardTest::text)
          .collect(Collectors.joining(" "));
    }
  }

  private static String text(CSVRecord row) {
    float value = (float) Double.parseDouble(row.get("return"));
    String digits =
        new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toPlainString();
    return Integer.parseInt(row.get("episode")) + 1 + "=" + digits;
  }
}
