package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;
import org.ophiura.app.policy.PolicyFile;

/**
 * A real process, ended by a real signal. Its trial file is deleted while it runs, which must cost
 * nothing either.
 */
final class CtrlCTest {
  private static final int PATIENCE_SECONDS = 120;
  private static final int CTRL_C = 3;

  @TempDir private Path folder;

  @Test
  void ctrlCKeepsWhatWasFinishedAndEndsWith130() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs the command kill");
    Path run = folder.resolve("runs/target-locomotion/1");
    String output = interruptAfterFirstEpisode();
    assertTrue(output.contains("  Interrupted           what was finished is kept"), output);
    assertTrue(output.endsWith("Results: runs/target-locomotion/1\n"), output);
    JsonNode result = result(run);
    assertTrue(result.get("interrupted").asBoolean());
    int trained = result.at("/training/episodes").asInt();
    assertTrue(trained >= 1 && trained < 100_000, "trained " + trained);
    assertEquals(0, result.at("/evaluation/episodes").asInt(-1));
    Table episodes = Table.read(run.resolve("episodes.csv"));
    assertEquals(trained, episodes.rows().size());
    assertEquals("training", episodes.column("kind").get(trained - 1));
    assertEquals(trained, PolicyFile.read(run.resolve("policy.json")).origin().trainingEpisodes());
    assertEquals(List.of("1"), names(run.resolveSibling("")), "no half-written folder is left");

    // Where a complete run of the same settings stands, an interrupted one does not replace it.
    Path summary = run.resolve("result.json");
    Files.writeString(
        summary,
        Files.readString(summary).replace("\"interrupted\" : true", "\"interrupted\" : false"));
    interruptAfterFirstEpisode();
    assertEquals(List.of("1", "1.1"), names(run.resolveSibling("")));
    assertFalse(result(run.resolveSibling("1.1")).get("interrupted").asBoolean());
    assertTrue(result(run).get("interrupted").asBoolean());
  }

  @Test
  void anInterruptedRunIsContinuedWhereItStoodAndCanBeInterruptedAgain()
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs the command kill");
    Path run = folder.resolve("runs/target-locomotion/1");
    String output = interruptAfterFirstEpisode();
    String resume = "ophiura run --resume runs/target-locomotion/1";
    assertTrue(output.contains("Continue it with: " + resume + "\n"), output);
    int trained = result(run).at("/training/episodes").asInt();
    Table before = Table.read(run.resolve("episodes.csv"));

    List<String> command = java();
    command.addAll(List.of("run", "--resume", "runs/target-locomotion/1"));
    interrupt(
        command,
        "Continues after " + trained + " training and 0 evaluation episodes.",
        trained + 1);
    assertTrue(result(run).get("interrupted").asBoolean());
    Table after = Table.read(run.resolve("episodes.csv"));
    assertTrue(after.rows().size() > trained, "it went on");
    assertEquals(before.rows(), after.rows().subList(0, trained));
    assertEquals(List.of("1"), names(run.resolveSibling("")));
  }

  @Test
  void ctrlCOnATerminalWithAProgressBarDoesTheSame() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "needs script, of util-linux");
    String quoted =
        command().stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" ", "exec ", ""));
    ProcessBuilder builder =
        new ProcessBuilder("/usr/bin/script", "-q", "-e", "-f", "-c", quoted, "/dev/null");
    builder.environment().put("TERM", "xterm");
    builder.environment().remove("NO_COLOR");
    Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
    StringBuilder shown = new StringBuilder();
    try (Reader output = process.inputReader(StandardCharsets.UTF_8)) {
      boolean sent = false;
      for (int next = output.read(); next >= 0; next = output.read()) {
        shown.append((char) next);
        if (!sent && shown.indexOf("/100000 (") >= 0) {
          Files.delete(trial());
          process.getOutputStream().write(CTRL_C);
          process.getOutputStream().flush();
          sent = true;
        }
      }
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end:\n" + shown);
    } finally {
      process.destroyForcibly();
    }
    assertEquals(130, process.exitValue(), shown.toString());
    Path run = folder.resolve("runs/target-locomotion/1");
    assertTrue(result(run).get("interrupted").asBoolean());
    assertTrue(result(run).at("/training/episodes").asInt() >= 1);
    assertEquals(List.of("1"), names(run.resolveSibling("")), "no half-written folder is left");
  }

  private static JsonNode result(Path run) throws IOException {
    return new ObjectMapper().readTree(run.resolve("result.json").toFile());
  }

  private static List<String> names(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).sorted().toList();
    }
  }

  /** Starts a training without end, interrupts it, and returns what it printed. */
  private String interruptAfterFirstEpisode() throws IOException, InterruptedException {
    return interrupt(
        command(),
        "If it is stopped, continue with: ophiura run --resume"
            + " runs/target-locomotion/1.unfinished",
        1);
  }

  /** Interrupts a process after its first episode, and returns what it printed from there on. */
  private String interrupt(List<String> command, String opening, int episode)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      assertEquals(opening, output.readLine());
      String first = output.readLine();
      assertNotNull(first, "the process ended without a word");
      assertTrue(first.startsWith("training episode " + episode + " of 100000: "), first);
      Files.deleteIfExists(trial());
      int kill =
          new ProcessBuilder("/bin/kill", "-INT", Long.toString(process.pid())).start().waitFor();
      assertEquals(0, kill);
      String rest = output.lines().collect(Collectors.joining("\n", "", "\n"));
      assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end:\n" + rest);
      assertEquals(130, process.exitValue(), rest);
      return rest;
    } finally {
      process.destroyForcibly();
    }
  }

  private Path trial() {
    return folder.resolve("my trial.yaml");
  }

  private List<String> command() throws IOException, InterruptedException {
    Files.copy(Trials.defaultFile(), trial());
    List<String> command = java();
    command.addAll(List.of("run", trial().toString()));
    for (String change : Trials.SMALL) {
      command.addAll(List.of("--set", change));
    }
    command.addAll(List.of("--set", "training.episodes=100000"));
    return command;
  }

  /** What starts the application in a process that heeds SIGINT. */
  private static List<String> java() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    // A process that is started in the background ignores SIGINT, and hands that down.
    List<String> env = List.of("env", "--default-signal=INT");
    if (new ProcessBuilder(env.get(0), env.get(1), "true").start().waitFor() == 0) {
      command.addAll(env);
    }
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName()));
    return command;
  }
}
