package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.Trials;

/** Runs in processes of their own that are killed, or that the disk stops, and go on. */
final class RunKillTest {
  private static final int PATIENCE_SECONDS = 300;

  /** Longest life of a process after its first line: a part of what the run takes. */
  private static final int LONGEST_LIFE_MILLIS = 600;

  @TempDir private Path folder;

  private static List<String> run(Path out) {
    List<String> arguments =
        new ArrayList<>(List.of("run", Trials.defaultFile().toString(), "--out", out.toString()));
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

  private Process start(List<String> prefix, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  /** All files but the one that holds times of the wall clock. */
  private static Map<String, String> content(Path folder) {
    Map<String, String> content = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.endsWith("timing.json")) {
          content.put(
              folder.relativize(file).toString(),
              Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }

  /** Kills a run at random moments until it ends by itself; the number of kills. */
  private int killed(Path out, int threads, Random random)
      throws IOException, InterruptedException {
    List<String> arguments = run(out);
    int kills = 0;
    while (true) {
      arguments.addAll(List.of("--threads", Integer.toString(threads)));
      Process process = start(List.of(), arguments);
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        assertNotNull(lines.readLine(), "it ended without a word");
        if (process.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS)) {
          String output = lines.lines().collect(Collectors.joining("\n"));
          assertEquals(0, process.exitValue(), output);
          return kills;
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      kills++;
      assertTrue(kills < 200, "it gets nowhere");
      arguments = new ArrayList<>(List.of("run", "--resume", out.toString()));
    }
  }

  private void killedAtRandomItEndsWithTheSameBits(int threads, int points)
      throws IOException, InterruptedException {
    Path whole = folder.resolve("whole");
    Invocation.of(run(whole).toArray()).succeeded();
    long seed = 60L + threads;
    Random random = new Random(seed);
    int kills = 0;
    for (int round = 0; kills < points; round++) {
      Path out = folder.resolve("killed-" + round);
      kills += killed(out, threads, random);
      assertEquals(content(whole), content(out), kills + " kills; random seed " + seed);
    }
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
    Process process = start(List.of("/bin/sh", "-c", "ulimit -f 64; exec \"$@\"", "sh"), run(out));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), output);
    assertEquals(ExitCode.USER_MISTAKE, process.exitValue(), output);
    assertTrue(output.contains(" cannot be written: "), output);
    Invocation.of("run", "--resume", out).succeeded();
    Path whole = folder.resolve("whole");
    Invocation.of(run(whole).toArray()).succeeded();
    assertEquals(content(whole), content(out));
  }
}
