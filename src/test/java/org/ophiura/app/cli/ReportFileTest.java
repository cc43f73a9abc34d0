package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Results;
import org.ophiura.app.Trials;

/** The reports that commands leave. */
final class ReportFileTest {
  private static final int MOST_BYTES = 3_000_000; // The limit for an episode of 20 s.

  @TempDir private Path folder;

  private Path report(String out) {
    return folder.resolve(out).resolve("report.html");
  }

  @Test
  void theReportIsTheSameWhereverAndHoweverItIsMade() throws IOException {
    Invocation.smallRun(folder.resolve("one"), "--threads", 1).succeeded();
    Invocation.smallRun(folder.resolve("other"), "--threads", 2).succeeded();
    assertArrayEquals(Files.readAllBytes(report("one")), Files.readAllBytes(report("other")));
    assertFalse(Files.readString(report("one")).contains(folder.toString()));
  }

  @Test
  void theReportChangesNoOtherFileAndCanBeLeftOut() throws IOException {
    Invocation.smallRun(folder.resolve("with")).succeeded();
    Invocation.smallRun(folder.resolve("without"), "--no-report").succeeded();
    assertFalse(Files.exists(report("without")));
    Map<String, String> with = Results.content(folder.resolve("with"));
    with.remove("report.html");
    assertEquals(with, Results.content(folder.resolve("without")));
  }

  /** The robot that people copy, whole, and a target that it does not reach. */
  @Test
  void twentySecondsAreAtMostThreeMegabytes() throws IOException {
    Invocation.of(
            "run",
            Trials.file("random"),
            "--set",
            "task.time-limit=20",
            "--set",
            "evaluation.episodes=1",
            "--out",
            folder.resolve("long"))
        .succeeded();
    String page = Files.readString(report("long"));
    assertTrue(page.contains("\"rows\":501,"), "the start and 500 control steps of 0.04 s");
    assertTrue(Files.size(report("long")) <= MOST_BYTES, Files.size(report("long")) + " bytes");
  }

  @Test
  void aComparisonsReportSaysWhatTheTableSays() throws IOException {
    List<Object> duel =
        new ArrayList<>(
            List.of("compare", Trials.file("follow-target"), Trials.file("random"), "--seeds", 3));
    duel.addAll(List.of("--out", folder.resolve("duel")));
    duel.addAll(StudyCommandsTest.small());
    Invocation.of(duel.toArray()).succeeded();
    String page = Files.readString(report("duel"));
    assertEquals(2, page.split("\"position_step\"", -1).length - 1, "two robots");
    Table summary = Table.read(folder.resolve("duel/summary.csv"));
    for (List<String> row : summary.rows()) {
      assertTrue(page.contains(row.get(0)), row.get(0));
    }
    assertFalse(page.contains(folder.toString()));
  }
}
