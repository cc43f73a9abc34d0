package org.ophiura.app.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvFileTest {
  private static final long SEED = 20_260_101;

  @TempDir private Path folder;

  @Test
  void doublesReadBackToTheSameBits() throws IOException {
    List<Double> values =
        new ArrayList<>(
            List.of(0.1, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, 1e16 + 2, 1e-5, 2e-3, 1e7));
    RandomGenerator random = new SplittableRandom(SEED);
    while (values.size() < 2_000) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        values.add(value);
      }
    }
    Path file = folder.resolve("a.csv");
    CsvFile.write(file, List.of("value"), rows -> values.forEach(v -> rows.add(List.of(v))));
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < values.size(); i++) {
      assertEquals(
          Double.doubleToRawLongBits(values.get(i)),
          Double.doubleToRawLongBits(Double.parseDouble(lines.get(i + 1))),
          "seed " + SEED + ", value " + values.get(i));
    }
  }

  @Test
  void textWithCommasAndQuotesReadsBack() throws IOException {
    Path file = folder.resolve("a.csv");
    CsvFile.write(file, List.of("a,b", "say \"x\""), rows -> rows.add(List.of("", "two\nlines")));
    assertEquals("\"a,b\",\"say \"\"x\"\"\"\n\"\",\"two\nlines\"\n", Files.readString(file));
    try (CSVParser parser = CsvFile.FORMAT.parse(Files.newBufferedReader(file))) {
      List<CSVRecord> records = parser.getRecords();
      assertEquals(List.of("a,b", "say \"x\""), records.get(0).toList());
      assertEquals(List.of("", "two\nlines"), records.get(1).toList());
    }
  }
}
