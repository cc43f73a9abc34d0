package org.ophiura.app.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AtomicFilesTest {
  @TempDir private Path folder;

  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }

  private String refusal(Path file) {
    return assertThrows(UserException.class, () -> AtomicFiles.write(file, out -> out.write("new")))
        .getMessage()
        .replace(folder.toString(), "FOLDER");
  }

  @Test
  void theFileHoldsWhatWasWritten() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFiles.write(file, out -> out.write("né\n"));
    AtomicFiles.write(file, out -> out.write("neu ö\n"));
    assertEquals("neu ö\n", Files.readString(file));
    assertEquals(List.of("a.txt"), entries());
    assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
  }

  @Test
  void aFailureHalfWayLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "old");
    UserException refusal =
        assertThrows(
            UserException.class,
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      out.write("half");
                      out.flush();
                      throw new IOException("No space left on device");
                    }));
    assertEquals(file + " cannot be written: No space left on device", refusal.getMessage());
    refusal =
        assertThrows(
            UserException.class,
            () ->
                AtomicFiles.write(
                    file,
                    out -> {
                      throw new UncheckedIOException(new IOException("No space left on device"));
                    }));
    assertEquals(file + " cannot be written: No space left on device", refusal.getMessage());
    assertThrows(
        IllegalStateException.class,
        () ->
            AtomicFiles.write(
                file,
                out -> {
                  throw new IllegalStateException("a defect");
                }));
    assertEquals("old", Files.readString(file));
    assertEquals(List.of("a.txt"), entries());
  }

  @Test
  void nothingIsThereBeforeTheContentIsWhole() throws IOException {
    Path file = folder.resolve("a.txt");
    AtomicFiles.write(
        file,
        out -> {
          out.write("x".repeat(100_000));
          out.flush();
          assertEquals(false, Files.exists(file));
        });
    assertEquals(100_000, Files.size(file));
  }

  @Test
  void aFolderThatDoesNotExist() throws IOException {
    assertEquals(
        "FOLDER/no/a.txt cannot be written: its folder does not exist; create it or name another"
            + " file",
        refusal(folder.resolve("no/a.txt")));
    assertEquals(List.of(), entries());
  }

  @Test
  void aFolderInPlaceOfTheFile() throws IOException {
    Files.createDirectory(folder.resolve("a"));
    assertEquals(
        "FOLDER/a cannot be written: it is a folder; name a file in it",
        refusal(folder.resolve("a")));
  }

  @Test
  void aFileInPlaceOfTheFolder() throws IOException {
    Files.writeString(folder.resolve("a"), "old");
    assertEquals(
        "FOLDER/a/b cannot be written: its folder does not exist; create it or name another file",
        refusal(folder.resolve("a/b")));
  }

  @Test
  void aDeviceIsNotReplaced() {
    Path device = Path.of("/dev/null");
    assumeTrue(Files.exists(device));
    assertEquals("/dev/null cannot be written: it is a device; name a file", refusal(device));
    assertEquals(false, Files.isRegularFile(device));
  }

  @Test
  void aFolderThatEvenTheSuperUserCannotWriteTo() {
    Path readOnly = Path.of("/proc/self");
    assumeTrue(Files.isDirectory(readOnly), "only Linux has it");
    assertEquals(
        "/proc/self/a.txt cannot be written: its folder is not writable",
        refusal(readOnly.resolve("a.txt")).replaceFirst(" \\(.*\\)$", ""));
  }

  @Test
  void aFolderThatTheUserMayNotWriteTo() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(locked), "the super-user may write everywhere");
    assertEquals(
        "FOLDER/locked/a.txt cannot be written: its folder is not writable",
        refusal(locked.resolve("a.txt")).replaceFirst(" \\(.*\\)$", ""));
  }
}
