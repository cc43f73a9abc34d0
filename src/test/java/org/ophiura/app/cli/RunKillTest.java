package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.Results;
import org.ophiura.app.Trials;

/** Runs in processes of their own that are killed, or that the disk stops, and go on. */
final class RunKillTest {
  /** Longest life of a process after its first line: a part of what the run takes. */
  private static final int LONGEST_LIFE_MILLIS = 600;

  @TempDir private Path folder;

  private static List<String> run() {
    List<String> arguments = new ArrayList<>(List.of("run", Trials.defaultFile().toString()));
    for (String change :
        List.of(
            "task.time-limit=4",
            "training.episodes=40",
            "training.evaluate-every=8",
            "training.evaluate-episodes=4",
            "evaluation.episodes=12")) {
      arguments.addAll(List.of("--set", change));
    }
    return arguments;
  }

  private static List<String> run(Path out) {
    List<String> arguments = run();
    arguments.addAll(List.of("--out", out.toString()));
    return arguments;
  }

  private void killedAtRandomItEndsWithTheSameBits(int threads, int points)
      throws IOException, InterruptedException {
    Path whole = folder.resolve("whole");
    Invocation.of(run(whole).toArray()).succeeded();
    OphiuraProcess.killAndContinue(
        new OphiuraProcess.Killed(folder, run(), threads, Results.content(whole)),
        new Random(60L + threads),
        LONGEST_LIFE_MILLIS,
        points);
  }

  @Test
  void killedOnceItEndsWithTheSameBits() throws IOException, InterruptedException {
    killedAtRandomItEndsWithTheSameBits(2, 1);
  }

  @ParameterizedTest
  @CsvSource({"1, 25", "2, 25"})
  @Tag("slow")
  void killedAtFiftyPointsItEndsWithTheSameBits(int threads, int points)
      throws IOException, InterruptedException {
    killedAtRandomItEndsWithTheSameBits(threads, points);
  }

  @Test
  void aDiskThatTakesNoMoreIsToldAndTheRunGoesOnLater() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    Path out = folder.resolve("full");
    // Files of at most 64 blocks of 512 bytes: too few for a trajectory.
    Process process =
        OphiuraProcess.start(
            List.of("/bin/sh", "-c", "ulimit -f 64; exec \"$@\"", "sh"), folder, run(out));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(OphiuraProcess.PATIENCE_SECONDS, TimeUnit.SECONDS), output);
    assertEquals(ExitCode.USER_MISTAKE, process.exitValue(), output);
    assertTrue(output.contains(" cannot be written: "), output);
    Invocation.of("run", "--resume", out).succeeded();
    Path whole = folder.resolve("whole");
    Invocation.of(run(whole).toArray()).succeeded();
    assertEquals(Results.content(whole), Results.content(out));
  }
}
