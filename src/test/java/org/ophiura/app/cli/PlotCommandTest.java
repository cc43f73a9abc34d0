package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotCommandTest {
  @TempDir private Path folder;

  @Test
  void runWritesThePlotsAndPlotDrawsTheSameAgain() throws Exception {
    Path run = folder.resolve("run");
    Invocation.smallRun(run, "--no-report").succeeded();
    List<String> plots = Folder.entries(run.resolve("plots"));
    assertEquals(
        List.of(
            "cpg.svg", "joints.svg", "learning-curve.svg", "path.svg", "q-table.svg", "visits.svg"),
        plots);
    Path again = folder.resolve("again");
    Invocation.of("plot", run, "--out", again).succeeded();
    assertEquals(plots, Folder.entries(again));
    for (String plot : plots) {
      assertEquals(-1, Files.mismatch(run.resolve("plots").resolve(plot), again.resolve(plot)));
    }
  }

  @Test
  void whatDoesNotApplyIsLeftOut() {
    Path run = folder.resolve("run");
    Invocation.small("run", "follow-target", "--no-report", "--out", run).succeeded();
    assertEquals(
        List.of("cpg.svg", "joints.svg", "path.svg", "visits.svg"),
        Folder.entries(run.resolve("plots")));
  }

  @Test
  void plotsCanBeLeftOut() {
    Path run = folder.resolve("run");
    Invocation.smallRun(run, "--no-report", "--no-plots").succeeded();
    assertFalse(Files.exists(run.resolve("plots")));
    assertFalse(Files.exists(run.resolve("signals.csv")));
  }

  @Test
  void seedsOfOneTrialAreDrawnAsTheirMean() throws Exception {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    Invocation.smallRun(first, "--no-report", "--no-plots", "--seed", 1).succeeded();
    Invocation.smallRun(second, "--no-report", "--no-plots", "--seed", 2).succeeded();
    Path out = folder.resolve("out");
    Invocation.of("plot", first, second, "--out", out).succeeded();
    assertEquals(List.of("learning-curve.svg"), Folder.entries(out));
    String svg = Files.readString(out.resolve("learning-curve.svg"));
    assertTrue(svg.contains("<title>target-locomotion, 2 seeds: learning curve</title>"), svg);
    assertTrue(svg.contains("95 % interval"), svg);
  }

  @Test
  void aFolderThatIsNoRunIsRefused() {
    Invocation.of("plot", folder)
        .refused(
            folder,
            "FOLDER must be the folder of a run or of a study: it holds no result.json; name one"
                + " such as runs/target-locomotion/1");
  }
}
