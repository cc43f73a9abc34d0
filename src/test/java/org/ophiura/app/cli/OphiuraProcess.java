package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.ophiura.app.Results;

/** Ophiura in processes of their own, which can be killed. */
final class OphiuraProcess {
  /** Far more than any command of these tests takes. */
  static final int PATIENCE_SECONDS = 300;

  /** Far more than it takes to finish between two kills. */
  private static final int MOST_KILLS = 200;

  private static final int KILLS_BEFORE_LIVES_GROW = 8;

  private OphiuraProcess() {}

  /**
   * Starts a command.
   *
   * @param prefix a command that starts another one, or nothing
   * @param folder where it runs
   */
  static Process start(List<String> prefix, Path folder, List<String> arguments)
      throws IOException {
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

  /**
   * Kills a command at random moments after its first line and continues it until it ends by
   * itself, in as many rounds as it takes to reach a number of kills; at the end of each round its
   * files must be those that are wanted.
   *
   * @param longestLifeMillis longest life of a process, a part of what the command takes; grows if
   *     it does not come to an end
   */
  static void killAndContinue(Killed killed, Random random, int longestLifeMillis, int leastKills)
      throws IOException, InterruptedException {
    int kills = 0;
    for (int round = 0; kills < leastKills; round++) {
      Path out = killed.folder().resolve("killed-" + round);
      kills += killUntilItEnds(killed, out, random, longestLifeMillis);
      assertEquals(killed.wanted(), Results.content(out), "after " + kills + " kills");
    }
  }

  /**
   * A command that is to be killed.
   *
   * @param folder where it runs
   * @param arguments the command and its arguments but for where it writes
   * @param threads how many it uses
   * @param wanted the files that it must leave
   */
  record Killed(Path folder, List<String> arguments, int threads, Map<String, String> wanted) {}

  private static int killUntilItEnds(Killed killed, Path out, Random random, int longestLifeMillis)
      throws IOException, InterruptedException {
    List<String> threads = List.of("--threads", Integer.toString(killed.threads()));
    List<String> arguments = new ArrayList<>(killed.arguments());
    arguments.addAll(List.of("--out", out.toString()));
    for (int kills = 0; kills < MOST_KILLS; kills++) {
      arguments.addAll(threads);
      Process process = start(List.of(), killed.folder(), arguments);
      try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
        assertNotNull(lines.readLine(), "it ended without a word");
        // What is made of a finished run is made in one go, so lives must grow long enough for it.
        int longest = longestLifeMillis * (1 + kills / KILLS_BEFORE_LIVES_GROW);
        if (process.waitFor(random.nextInt(longest), TimeUnit.MILLISECONDS)) {
          String output = lines.lines().collect(Collectors.joining("\n"));
          assertEquals(ExitCode.OK, process.exitValue(), output);
          return kills;
        }
        process.destroyForcibly();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      arguments = new ArrayList<>(List.of(killed.arguments().get(0), "--resume", out.toString()));
    }
    throw new AssertionError("it gets nowhere: " + MOST_KILLS + " kills");
  }
}
