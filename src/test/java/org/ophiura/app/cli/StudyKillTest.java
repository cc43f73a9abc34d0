package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.Results;
import org.ophiura.app.Trials;

/** Studies in processes of their own that are stopped by signals and by what the disk allows. */
@Tag("slow")
final class StudyKillTest {
  /** Longest life of a process after its first line: a part of what one run takes. */
  private static final int LONGEST_LIFE_MILLIS = 1500;

  private static final int LEAST_KILLS = 5;

  @TempDir private Path folder;

  /** Two variants with two seeds, a few seconds each. */
  private static List<String> sweep() {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "sweep",
                Trials.defaultFile().toString(),
                "--vary",
                "training.learner.alpha=0.005,0.05",
                "--seeds",
                "2",
                "--set",
                "training.episodes=120",
                "--set",
                "training.evaluate-every=20",
                "--set",
                "training.evaluate-episodes=10"));
    StudyCommandsTest.small().forEach(word -> arguments.add(word.toString()));
    return arguments;
  }

  private static List<String> sweep(Path out) {
    List<String> arguments = sweep();
    arguments.addAll(List.of("--out", out.toString()));
    return arguments;
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void killedAgainAndAgainItEndsWithTheSameBits(int threads)
      throws IOException, InterruptedException {
    Path whole = folder.resolve("whole");
    Invocation.of(sweep(whole).toArray()).succeeded();
    OphiuraProcess.killAndContinue(
        new OphiuraProcess.Killed(folder, sweep(), threads, Results.content(whole)),
        new Random(40L + threads),
        LONGEST_LIFE_MILLIS,
        LEAST_KILLS);
  }

  @Test
  void ctrlCSaysHowToGoOn() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs the command kill");
    // A process that is started in the background ignores SIGINT, and hands that down.
    List<String> env = List.of("env", "--default-signal=INT");
    boolean known = new ProcessBuilder(env.get(0), env.get(1), "true").start().waitFor() == 0;
    Path study = folder.resolve("study");
    Process process = OphiuraProcess.start(known ? env : List.of(), folder, sweep(study));
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("If it is stopped, go on with: ophiura sweep --resume study", lines.readLine());
      int kill =
          new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertEquals(0, kill);
      String rest = lines.lines().collect(Collectors.joining("\n"));
      assertTrue(
          process.waitFor(OphiuraProcess.PATIENCE_SECONDS, TimeUnit.SECONDS),
          "it does not end: " + rest);
      assertEquals(130, process.exitValue(), rest);
      assertTrue(
          rest.endsWith(
              "Stopped; what was finished is kept. Go on with: ophiura sweep --resume study"),
          rest);
    } finally {
      process.destroyForcibly();
    }
    Invocation.of("sweep", "--resume", study).succeeded();
    Invocation.of(sweep(folder.resolve("whole")).toArray()).succeeded();
    assertEquals(Results.content(folder.resolve("whole")), Results.content(study));
  }

  @Test
  void aDiskThatTakesNoMoreIsToldAndItGoesOnLater() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    Path study = folder.resolve("study");
    // Files of at most 16 blocks of 512 bytes: too few for a trajectory.
    Process process =
        OphiuraProcess.start(
            List.of("/bin/sh", "-c", "ulimit -f 16; exec \"$@\"", "sh"), folder, sweep(study));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(OphiuraProcess.PATIENCE_SECONDS, TimeUnit.SECONDS), output);
    assertEquals(ExitCode.USER_MISTAKE, process.exitValue(), output);
    assertTrue(output.contains(" cannot be written: "), output);
    assertTrue(
        output.endsWith("What was finished is kept. Go on with: ophiura sweep --resume study\n"),
        output);
    Invocation.of("sweep", "--resume", study).succeeded();
    Invocation.of(sweep(folder.resolve("whole")).toArray()).succeeded();
    assertEquals(Results.content(folder.resolve("whole")), Results.content(study));
  }
}
