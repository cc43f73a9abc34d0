package org.ophiura.app.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Results;
import org.ophiura.app.results.UserException;

final class StudyFolderTest {
  @TempDir private Path folder;

  private final StudyPlan plan = MadeUp.plan(StudyKind.COMPARE, 3, "a", "b");
  private final StudyPlan other = MadeUp.plan(StudyKind.COMPARE, 4, "a", "b");

  private void refused(String message, Supplier<StudyFolder> opening) {
    UserException problem = assertThrows(UserException.class, () -> opening.get().close());
    assertEquals(message, problem.getMessage().replace(folder.toString(), "FOLDER"));
  }

  @Test
  void thePlanIsReadAsItWasWritten() {
    Path place = folder.resolve("study");
    StudyFolder.named(place, plan).close();
    try (StudyFolder again = StudyFolder.resume(place, StudyKind.COMPARE, MadeUp.VERSIONS)) {
      assertEquals(plan, again.plan());
    }
  }

  @Test
  void theSamePlanMayGoOnAnywhereAndAnotherNowhere() throws IOException {
    Path place = folder.resolve("study");
    StudyFolder.named(place, plan).close();
    StudyFolder.named(place, plan).close();
    String before = Files.readString(place.resolve("plan.json"));
    refused(
        "FOLDER/study holds another study, which was not touched; go on with that by --resume"
            + " FOLDER/study, or name another folder with --out",
        () -> StudyFolder.named(place, other));
    assertEquals(before, Files.readString(place.resolve("plan.json")));
  }

  @Test
  void foldersWithoutANameGetANumber() {
    Path place = folder.resolve("study");
    for (int round = 0; round < 2; round++) {
      try (StudyFolder first = StudyFolder.numbered(place, plan);
          StudyFolder second = StudyFolder.numbered(place, other)) {
        assertEquals(place, first.file("x").getParent());
        assertEquals(folder.resolve("study.1"), second.file("x").getParent());
      }
    }
  }

  @Test
  void whatIsNoStudyIsNotTouched() throws IOException {
    Files.writeString(folder.resolve("letter"), "dear");
    refused(
        "FOLDER must be a new or empty folder; nothing in it was touched. Name another with --out",
        () -> StudyFolder.named(folder, plan));
    refused(
        "FOLDER must be the folder of a comparison, with a plan.json in it",
        () -> StudyFolder.resume(folder, StudyKind.COMPARE, MadeUp.VERSIONS));
    refused(
        "FOLDER/none must be the folder of a sweep, with a plan.json in it; it does not exist",
        () -> StudyFolder.resume(folder.resolve("none"), StudyKind.SWEEP, MadeUp.VERSIONS));
  }

  @Test
  void aFolderWithoutAPlanThatAKilledProcessLeftIsTaken() throws IOException {
    Path place = folder.resolve("study");
    StudyFolder.named(place, plan).close();
    Files.delete(place.resolve("plan.json"));
    Files.createFile(place.resolve("run.lock"));
    Files.createFile(place.resolve(".plan.json123.part"));
    Files.createFile(place.resolve("trials/.a.yaml123.part"));
    StudyFolder.named(place, other).close();
    assertEquals(
        Set.of("plan.json", "trials/a.yaml", "trials/b.yaml"), Results.content(place).keySet());
    StudyFolder.resume(place, StudyKind.COMPARE, MadeUp.VERSIONS).close();
  }

  @Test
  void oneProcessAtATime() {
    Path place = folder.resolve("study");
    try (StudyFolder open = StudyFolder.named(place, plan)) {
      refused(
          "FOLDER/study is being worked on: wait for its end, or stop it first",
          () -> StudyFolder.resume(place, open.plan().kind(), MadeUp.VERSIONS));
    }
  }

  @Test
  void anotherVersionOrKindCannotGoOn() {
    Path place = folder.resolve("study");
    StudyFolder.named(place, plan).close();
    Map<String, String> newer = new HashMap<>(MadeUp.VERSIONS);
    newer.put("java", "5");
    StudyFolder.resume(place, StudyKind.COMPARE, newer).close();
    newer.put("mujoco", "2.1");
    refused(
        "FOLDER/study was begun with mujoco 2, this is mujoco 2.1: the results would be a mixture."
            + " Go on with the former, or begin again in another folder",
        () -> StudyFolder.resume(place, StudyKind.COMPARE, newer));
    refused(
        "FOLDER/study holds a comparison; go on with it by 'ophiura compare --resume FOLDER/study'",
        () -> StudyFolder.resume(place, StudyKind.SWEEP, MadeUp.VERSIONS));
  }

  @Test
  void aPlanThatWasChangedIsRefused() throws IOException {
    Path place = folder.resolve("study");
    StudyFolder.named(place, plan).close();
    Files.writeString(place.resolve("plan.json"), "{\"study\": \"compare\"}");
    UserException problem =
        assertThrows(
            UserException.class,
            () -> StudyFolder.resume(place, StudyKind.COMPARE, MadeUp.VERSIONS).close());
    assertTrue(
        problem.getMessage().contains(" cannot be gone on with: its plan.json is not what"),
        problem.getMessage());
  }

  @Test
  void plansThatAreNotSensible() {
    UserException twins =
        assertThrows(
            UserException.class,
            () ->
                new StudyPlan(
                    StudyKind.COMPARE,
                    java.util.List.of(),
                    java.util.List.of(MadeUp.trial("a"), MadeUp.trial("b", "seed=7")),
                    1,
                    1,
                    MadeUp.VERSIONS));
    assertEquals(
        "b and a have the same settings, and so the same results; leave one out or change it",
        twins.getMessage());
    for (int seeds : new int[] {0, -1, 50_001}) {
      assertThrows(UserException.class, () -> MadeUp.plan(StudyKind.COMPARE, seeds, "a", "b"));
    }
  }
}
