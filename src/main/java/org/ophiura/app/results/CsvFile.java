package org.ophiura.app.results;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes a table as CSV, whole or not at all; a double reads back to the same bits. */
public final class CsvFile {
  /** The dialect that is read and written: RFC 4180 with plain line ends. */
  public static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

  private CsvFile() {}

  /** Receives rows. */
  public interface Rows {
    /** Adds a row: numbers, text, booleans. */
    void add(List<?> cells);
  }

  /** Writes a file with a header and the rows that {@code table} adds. */
  public static void write(Path file, List<String> header, Consumer<Rows> table) {
    AtomicFiles.write(
        file,
        out -> {
          CSVPrinter printer = new CSVPrinter(out, FORMAT);
          printer.printRecord(header);
          table.accept(
              cells -> {
                try {
                  printer.printRecord(cells);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
          printer.flush();
        });
  }
}
