package org.ophiura.app.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.results.UserException;

final class RunFolderTest {
  private static final Map<String, String> VERSIONS =
      Map.of("ophiura", "1.0", "mujoco", "9.9.9", "platform", "Linux");

  @TempDir private Path folder;

  private static RunFolder open(Path target) {
    return RunFolder.open(target, VERSIONS, Map.of("trial.yaml", "name: x\n"));
  }

  /** All files and folders, as paths relative to the temporary folder. */
  private List<String> entries() throws IOException {
    try (Stream<Path> entries = Files.walk(folder)) {
      return entries
          .filter(entry -> !entry.equals(folder))
          .map(entry -> folder.relativize(entry).toString())
          .sorted()
          .toList();
    }
  }

  private String refusal(Path target) {
    return assertThrows(UserException.class, () -> open(target))
        .getMessage()
        .replace(folder.toString(), "FOLDER");
  }

  private Optional<Path> publish(Path target, String result, boolean replaces) throws IOException {
    try (RunFolder run = open(target)) {
      Files.writeString(run.file(RunFolder.RESULT_FILE), result);
      return run.publish(replaces, false);
    }
  }

  @Test
  void nothingAppearsBeforeItIsPublished() throws IOException {
    Path target = folder.resolve("runs/trial/1");
    try (RunFolder run = open(target)) {
      Files.writeString(run.file(RunFolder.RESULT_FILE), "{}");
      assertFalse(Files.exists(target));
      assertEquals(target, run.target());
      assertEquals(Optional.empty(), run.publish(false, false));
    }
    assertEquals(
        List.of(
            "runs",
            "runs/trial",
            "runs/trial/1",
            "runs/trial/1/result.json",
            "runs/trial/1/trial.yaml"),
        entries());
    assertEquals("rwxr-xr-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
  }

  @Test
  void whatIsNotPublishedLeavesNothing() throws IOException {
    Path target = folder.resolve("run");
    try (RunFolder run = open(target)) {
      Files.writeString(run.file("episodes.csv"), "half");
    }
    assertEquals(List.of(), entries());
  }

  @Test
  void anEmptyFolderIsFilled() throws IOException {
    Path target = Files.createDirectory(folder.resolve("run"));
    assertEquals(Optional.empty(), publish(target, "{}", false));
    assertEquals(List.of("run", "run/result.json", "run/trial.yaml"), entries());
  }

  @Test
  void aFolderOfSomethingElseIsRefusedAndLeftAlone() throws IOException {
    Path target = Files.createDirectory(folder.resolve("home"));
    Files.writeString(target.resolve("letter.txt"), "dear");
    assertEquals(
        "FOLDER/home must be a new or empty folder, or one of an earlier run (with a result.json);"
            + " nothing in it was touched. Name another with --out",
        refusal(target));
    assertEquals(List.of("home", "home/letter.txt"), entries());
    assertEquals("dear", Files.readString(target.resolve("letter.txt")));
  }

  @Test
  void aFileInPlaceOfTheFolder() throws IOException {
    Path target = Files.writeString(folder.resolve("file"), "dear");
    assertEquals(
        "FOLDER/file must be a new or empty folder, or one of an earlier run (with a result.json);"
            + " nothing in it was touched. Name another with --out",
        refusal(target));
    assertEquals("dear", Files.readString(target));
  }

  @Test
  void anEarlierRunOfOtherSettingsIsKeptUnderANumber() throws IOException {
    Path target = folder.resolve("run");
    publish(target, "first", false);
    assertEquals(Optional.of(folder.resolve("run.1")), publish(target, "second", false));
    assertEquals(Optional.of(folder.resolve("run.2")), publish(target, "third", false));
    assertEquals("third", Files.readString(target.resolve("result.json")));
    assertEquals("first", Files.readString(folder.resolve("run.1/result.json")));
    assertEquals("second", Files.readString(folder.resolve("run.2/result.json")));
  }

  @Test
  void anEarlierRunOfTheSameSettingsIsReplaced() throws IOException {
    Path target = folder.resolve("run");
    publish(target, "first", false);
    assertEquals(Optional.empty(), publish(target, "second", true));
    assertEquals(List.of("run", "run/result.json", "run/trial.yaml"), entries());
    assertEquals("second", Files.readString(target.resolve("result.json")));
  }

  @Test
  void anEarlierRunOfTheSameSettingsIsKeptWithTheNotesThatSomebodyAddedToIt() throws IOException {
    Path target = folder.resolve("run");
    publish(target, "first", false);
    Files.writeString(target.resolve("notes.txt"), "dear");
    assertEquals(Optional.of(folder.resolve("run.1")), publish(target, "first", true));
    assertEquals("dear", Files.readString(folder.resolve("run.1/notes.txt")));
  }

  @Test
  void aFileOnTheWayToTheFolder() throws IOException {
    Files.writeString(folder.resolve("file"), "dear");
    assertEquals(
        "FOLDER/file/run cannot be written: FOLDER/file is not a folder; name another with --out",
        refusal(folder.resolve("file/run")));
    assertEquals(
        "FOLDER/file/a/b/run cannot be written: FOLDER/file is not a folder; name another with"
            + " --out",
        refusal(folder.resolve("file/a/b/run")));
    assertEquals(List.of("file"), entries());
  }

  @Test
  void aFolderThatEvenTheSuperUserCannotWriteTo() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "only Linux has it");
    assertEquals(
        "/proc/self/run cannot be written: /proc/self is not writable; make it writable or name"
            + " another folder with --out",
        refusal(Path.of("/proc/self/run")));
  }

  @Test
  void aFolderThatTheUserMayNotWriteTo() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
    assumeFalse(Files.isWritable(locked), "the super-user may write everywhere");
    assertEquals(
        "FOLDER/locked/a/run cannot be written: FOLDER/locked is not writable; make it writable or"
            + " name another folder with --out",
        refusal(locked.resolve("a/run")));
  }

  @Test
  void theRootOfTheFileSystemHoldsNoRun() {
    Path root = folder.getRoot();
    assertTrue(refusal(root).startsWith(root + " must be a new or empty folder"), refusal(root));
  }

  @Test
  void whileItRunsTheFolderIsInSightAndCanBeContinued() throws IOException {
    Path target = folder.resolve("run");
    try (RunFolder run = open(target)) {
      assertEquals(folder.resolve("run.unfinished"), run.working());
      assertEquals(
          List.of(
              "run.unfinished",
              "run.unfinished/run.json",
              "run.unfinished/run.lock",
              "run.unfinished/trial.yaml"),
          entries());
      assertEquals(List.of(), RunFolders.unfinished(target), "somebody works on it");
      try (RunFolder second = open(target)) {
        assertEquals(folder.resolve("run.unfinished-2"), second.working());
      }
      run.keep();
    }
    assertEquals(List.of(folder.resolve("run.unfinished")), RunFolders.unfinished(target));
    assertEquals(
        List.of("run.unfinished", "run.unfinished/run.json", "run.unfinished/trial.yaml"),
        entries());
  }

  @Test
  void aRunThatMayBeContinuedKeepsWhatThatNeedsWhenItIsPublished() throws IOException {
    Path target = folder.resolve("run");
    try (RunFolder run = open(target)) {
      Files.writeString(run.file(RunFolder.RESULT_FILE), "{\"interrupted\": true}");
      Files.writeString(run.file("checkpoint-1.bin"), "state");
      run.publish(false, true);
    }
    assertEquals(
        List.of("run", "run/checkpoint-1.bin", "run/result.json", "run/run.json", "run/trial.yaml"),
        entries());
    try (RunFolder resumed = RunFolder.resume(target, VERSIONS)) {
      assertEquals(folder.resolve("run.unfinished"), resumed.working());
      assertEquals(target, resumed.target());
      assertFalse(Files.exists(target));
    }
    assertTrue(Files.exists(target), "nothing was done: it is back");
  }

  @Test
  void whatKilledProcessesWereWritingIsRemoved() throws IOException {
    Path target = folder.resolve("run");
    try (RunFolder run = open(target)) {
      run.keep();
    }
    Path working = folder.resolve("run.unfinished");
    Files.writeString(working.resolve("checkpoint.part"), "half");
    Files.writeString(working.resolve(".episodes.csv123.part"), "half");
    Path hidden = Files.createDirectory(folder.resolve(".run.part-1"));
    Files.createFile(hidden.resolve("run.lock"));
    Path young = Files.createDirectory(folder.resolve(".run.part-2"));
    Path others = Files.createDirectory(folder.resolve(".another.part-3"));
    try (RunFolder run = RunFolder.resume(working, VERSIONS)) {
      assertFalse(Files.exists(working.resolve("checkpoint.part")));
      assertFalse(Files.exists(working.resolve(".episodes.csv123.part")));
      assertFalse(Files.exists(hidden));
      assertTrue(Files.exists(young), "somebody may be about to lock it");
      assertTrue(Files.exists(others));
      run.keep();
    }
  }

  @Test
  void theNameOfAnUnfinishedRunIsNoTarget() {
    assertEquals(
        "FOLDER/run.unfinished cannot hold results: unfinished runs have such names; name another"
            + " with --out, or continue that one with 'ophiura run --resume"
            + " FOLDER/run.unfinished'",
        refusal(folder.resolve("run.unfinished")));
  }

  @Test
  void aFinishedRunThatWasNotYetPutInPlaceIsRecognised() throws IOException {
    Path target = folder.resolve("run");
    Path working = Files.createDirectory(folder.resolve("run.unfinished"));
    Files.writeString(working.resolve(RunFolder.RESULT_FILE), "{\"interrupted\": false}");
    assertEquals(Optional.empty(), RunFolders.finished(working));
    try (RunFolder run = RunFolder.resume(working, VERSIONS)) {
      run.publish(false, false);
    }
    assertEquals(List.of("run", "run/result.json"), entries());
    assertEquals(Optional.of(target), RunFolders.finished(working));
    UserException refusal =
        assertThrows(UserException.class, () -> RunFolder.resume(target, VERSIONS));
    assertEquals(target + " is finished: nothing is left to do", refusal.getMessage());
  }
}
