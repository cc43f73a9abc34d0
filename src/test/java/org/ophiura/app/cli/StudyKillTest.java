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

/** Studies in processes of their own that are stopped by signals and by what the disk allows. */
@Tag("slow")
final class StudyKillTest {
  private static final int PATIENCE_SECONDS = 300;

  /** Longest life of a process after its first line: a part of what one run takes. */
  private static final int LONGEST_LIFE_MILLIS = 1500;

  @TempDir private Path folder;

  private static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-cp",
        System.getProperty("java.class.path"),
        Main.class.getName());
  }

  /** Two variants with two seeds, a few seconds each. */
  private static List<String> sweep(Path out) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "sweep",
                Trials.defaultFile().toString(),
                "--vary",
                "training.learner.alpha=0.005,0.05",
                "--seeds",
                "2",
                "--out",
                out.toString(),
                "--set",
                "training.episodes=120",
                "--set",
                "training.evaluate-every=20",
                "--set",
                "training.evaluate-episodes=10"));
    StudyCommandsTest.small().forEach(word -> arguments.add(word.toString()));
    return arguments;
  }

  private Process start(List<String> prefix, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(java());
    command.addAll(arguments);
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }

  /** All files but those that hold times of the wall clock. */
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

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void killedAgainAndAgainItEndsWithTheSameBits(int threads)
      throws IOException, InterruptedException {
    Path whole = folder.resolve("whole");
    Invocation.of(sweep(whole).toArray()).succeeded();
    long seed = 40L + threads;
    Random random = new Random(seed);
    Path killed = folder.resolve("killed");
    List<String> arguments = new ArrayList<>(sweep(killed));
    int kills = 0;
    int code = -1;
    String output = "";
    while (code != 0) {
      assertTrue(kills < 200, "it gets nowhere; random seed " + seed + "\n" + output);
      arguments.addAll(List.of("--threads", Integer.toString(threads)));
      Process process = start(List.of(), arguments);
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        assertNotNull(lines.readLine(), "it ended without a word");
        boolean ended = process.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
        if (ended) {
          output = lines.lines().collect(Collectors.joining("\n"));
          code = process.exitValue();
          assertEquals(0, code, output);
        } else {
          process.destroyForcibly();
          kills++;
          assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
        }
      }
      arguments = new ArrayList<>(List.of("sweep", "--resume", killed.toString()));
    }
    assertTrue(kills >= 3, "only " + kills + " kills; random seed " + seed);
    assertEquals(content(whole), content(killed), kills + " kills; random seed " + seed);
  }

  @Test
  void ctrlCSaysHowToGoOn() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs the command kill");
    // A process that is started in the background ignores SIGINT, and hands that down.
    List<String> env = List.of("env", "--default-signal=INT");
    boolean known = new ProcessBuilder(env.get(0), env.get(1), "true").start().waitFor() == 0;
    Path study = folder.resolve("study");
    Process process = start(known ? env : List.of(), sweep(study));
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals("If it is stopped, go on with: ophiura sweep --resume study", lines.readLine());
      int kill =
          new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertEquals(0, kill);
      String rest = lines.lines().collect(Collectors.joining("\n"));
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end: " + rest);
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
    assertEquals(content(folder.resolve("whole")), content(study));
  }

  @Test
  void aDiskThatTakesNoMoreIsToldAndItGoesOnLater() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    Path study = folder.resolve("study");
    // Files of at most 16 blocks of 512 bytes: too few for a trajectory.
    Process process =
        start(List.of("/bin/sh", "-c", "ulimit -f 16; exec \"$@\"", "sh"), sweep(study));
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), output);
    assertEquals(ExitCode.USER_MISTAKE, process.exitValue(), output);
    assertTrue(output.contains(" cannot be written: "), output);
    assertTrue(
        output.endsWith("What was finished is kept. Go on with: ophiura sweep --resume study\n"),
        output);
    Invocation.of("sweep", "--resume", study).succeeded();
    Invocation.of(sweep(folder.resolve("whole")).toArray()).succeeded();
    assertEquals(content(folder.resolve("whole")), content(study));
  }
}
