package org.ophiura.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ophiura.app.results.CsvFile;

/**
 * A CSV file that was written.
 *
 * @param header names of the columns
 * @param rows all further lines
 */
record Table(List<String> header, List<List<String>> rows) {
  static Table read(Path file) {
    try (CSVParser parser = CsvFile.FORMAT.parse(Files.newBufferedReader(file))) {
      List<List<String>> records = parser.getRecords().stream().map(CSVRecord::toList).toList();
      return new Table(records.get(0), records.subList(1, records.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A column by its name. */
  List<String> column(String name) {
    int index = header.indexOf(name);
    if (index < 0) {
      throw new AssertionError("no column " + name + " among " + header);
    }
    return rows.stream().map(row -> row.get(index)).toList();
  }

  double number(int row, String column) {
    return Double.parseDouble(column(column).get(row));
  }
}
