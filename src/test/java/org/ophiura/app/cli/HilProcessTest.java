package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes of {@code hil run} that end while the robot moves. A wait in vain is a failure. */
@Timeout(120)
final class HilProcessTest {
  private static final int MOVING_INSTRUCTIONS = 200;

  @TempDir private Path folder;

  private Process run(EmulatedStar star) throws IOException {
    Process process =
        OphiuraProcess.start(
            List.of(),
            folder,
            List.of(
                "hil",
                "run",
                star.trial().toString(),
                "--out",
                folder.resolve("out").toString(),
                "--warm-up",
                "0.2",
                "--set",
                "task.time-limit=600"));
    while (star.instructions() < MOVING_INSTRUCTIONS) {
      assertTrue(process.isAlive(), "it ended before it moved");
      LockSupport.parkNanos(5_000_000);
    }
    return process;
  }

  @Test
  void askedToEndItTakesTheTorqueOffAndKeepsWhatItHas() throws Exception {
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      Process process = run(star);
      process.toHandle().destroy(); // SIGTERM; the stream stays open
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertTrue(process.waitFor(OphiuraProcess.PATIENCE_SECONDS, TimeUnit.SECONDS));
      assertTrue(said.contains("the process was asked to end"), said);
      assertEquals(0, star.stoppedByWatchdog(), "the host was there to the end");
      assertEquals(0, star.endWithTorqueOn());
    }
    assertEquals(
        "SIGNAL",
        new ObjectMapper()
            .readTree(folder.resolve("out/loop.json").toFile())
            .get("stopReason")
            .asText());
    Invocation.of("hil", "replay", folder.resolve("out/ticks.mcap")).succeeded();
  }

  @Test
  void killedItLeavesServosThatStopByThemselves() throws Exception {
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      Process process = run(star);
      assertEquals(0, star.stoppedByWatchdog());
      process.destroyForcibly(); // SIGKILL
      assertTrue(process.waitFor(OphiuraProcess.PATIENCE_SECONDS, TimeUnit.SECONDS));
      while (star.stoppedByWatchdog() < star.servos()) {
        LockSupport.parkNanos(5_000_000);
      }
    }
    Invocation replay = Invocation.of("hil", "replay", folder.resolve("out.unfinished/ticks.mcap"));
    assertTrue(replay.out().contains(", 0 differ"), replay.out() + replay.err());
  }

  @Test
  void aFaultOfAScriptReachesTheHost() throws Exception {
    Socat.pair(folder).close();
    Path trial = EmulatedStar.trialFile(folder);
    Path faults =
        Files.writeString(
            folder.resolve("faults.yaml"),
            "faults:\n- {type: overheat, temperature: 68, servo: 12}\n");
    Process emulator =
        OphiuraProcess.start(
            List.of(),
            folder,
            List.of("hil", "emulate", trial.toString(), "--faults", faults.toString()));
    try {
      String said = Objects.requireNonNull(emulator.inputReader(StandardCharsets.UTF_8).readLine());
      assertTrue(said.contains("10 servos"), said);
      Invocation run =
          Invocation.of("hil", "run", trial, "--out", folder.resolve("out"), "--warm-up", "0.1");
      assertEquals(ExitCode.NOT_AS_EXPECTED, run.code(), run.err());
      assertTrue(run.out().contains("a servo is too hot"), run.out());
      assertTrue(run.out().contains("68.0 degrees Celsius"), run.out());
    } finally {
      emulator.destroy();
      emulator.waitFor();
    }
  }
}
