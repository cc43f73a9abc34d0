package org.ophiura.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a folder holds. */
final class Folder {
  private Folder() {}

  /** All entries, hidden ones too, as paths relative to the folder. */
  static List<String> entries(Path folder) {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries
          .filter(entry -> !entry.equals(folder))
          .map(entry -> folder.relativize(entry).toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
