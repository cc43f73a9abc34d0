package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.Trials;

/**
 * The commands of docs/hardware.md, in processes of their own, on emulated servos: as they stand
 * there, but for shorter episodes, the place of the pseudo-terminal, and times that a busy machine
 * can keep. Calibration needs hands: {@code HilSetUpTest} has them.
 */
@Tag("slow")
final class HilGuideTest {
  private static final List<String> CHANGES =
      List.of(
          "task.time-limit=3",
          "plant.patience=0.05",
          "plant.servo-watchdog=2",
          "plant.state.port=9878",
          "plant.state.timeout=5",
          "plant.safety.command-timeout=5",
          "plant.safety.overload-time=60",
          "plant.safety.controller-timeout=200");

  @TempDir private Path folder;

  private static List<String> commands() throws IOException {
    Path guide = Trials.defaultFile().resolve("../../../docs/hardware.md").normalize();
    List<String> commands = new ArrayList<>();
    boolean shell = false;
    for (String line : Files.readAllLines(guide)) {
      shell = line.startsWith("```") ? line.equals("```sh") : shell;
      if (shell && line.startsWith("./ophiura ")) {
        commands.add(line.replaceFirst(" +#.*", ""));
      }
    }
    return commands;
  }

  private List<String> arguments(String command) {
    List<String> words =
        Arrays.stream(command.split(" +", -1)).skip(1).collect(Collectors.toList());
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).startsWith("src/trials/")) {
        words.set(i, Trials.file(words.get(i).substring(11).replace(".yaml", "")).toString());
        CHANGES.forEach(change -> words.addAll(List.of("--set", change)));
        words.addAll(List.of("--set", "plant.port=" + folder.resolve("robot")));
      }
    }
    return words;
  }

  private Process start(String command) throws IOException {
    return OphiuraProcess.start(List.of(), folder, arguments(command));
  }

  @Test
  void everyCommandOfTheGuideWorks() throws IOException, InterruptedException {
    Socat.pair(folder).close();
    List<Process> emulators = new ArrayList<>();
    int run = 0;
    try {
      for (String command : commands()) {
        if (command.contains("hil calibrate")) {
          continue;
        }
        Process process = start(command);
        run++;
        if (command.contains("hil emulate")) {
          emulators.add(process);
          BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
          String first = lines.readLine();
          assertNotNull(first, command);
          assertTrue(first.startsWith("30 servos"), first);
        } else {
          String output =
              new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
          assertTrue(process.waitFor(OphiuraProcess.PATIENCE_SECONDS, TimeUnit.SECONDS), command);
          assertEquals(ExitCode.OK, process.exitValue(), command + "\n" + output);
        }
      }
    } finally {
      emulators.forEach(Process::destroy);
    }
    assertTrue(run >= 8, "commands of the guide: " + run);
  }
}
