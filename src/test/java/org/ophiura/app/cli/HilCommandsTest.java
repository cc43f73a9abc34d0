package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.app.config.ConfigReader;
import org.ophiura.app.hil.FaultFile;
import org.ophiura.sim.hardware.emulator.Fault;
import org.ophiura.sim.hardware.log.LoggedTicks;
import org.ophiura.sim.hardware.log.TickRecord;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;

/** {@code ophiura hil}: trials on servos that are emulated byte by byte, by real serial bytes. */
final class HilCommandsTest {
  @TempDir private Path folder;

  private Path out() {
    return folder.resolve("out");
  }

  private JsonNode json(String file) throws IOException {
    return new ObjectMapper().readTree(out().resolve(file).toFile());
  }

  @Test
  void aTrialRunsOnServosAndItsLogGivesEveryCommandAgain() throws IOException {
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      Invocation run =
          Invocation.of("hil", "run", star.trial(), "--out", out(), "--episodes", 2, "--pause", 0.1)
              .succeeded();
      assertTrue(run.out().contains("episode 1"), run.out());
      assertTrue(run.out().contains("Simulation beside it"), run.out());
      assertEquals(0, star.endWithTorqueOn());
    }
    int steps = 50; // 2 s of 0.04 s
    long ticks = 0;
    double farthest = 0;
    try (LoggedTicks log = new LoggedTicks(out().resolve("ticks.mcap"))) {
      for (Optional<TickRecord> next = log.next(); next.isPresent(); next = log.next()) {
        ticks++;
        farthest = Math.max(farthest, Math.abs(next.get().observation(0)));
      }
      assertEquals(Optional.empty(), log.damage());
    }
    assertEquals(2L * steps, ticks);
    assertTrue(farthest > 0.1, "the first joint never moved: " + farthest);
    assertEquals(2 * steps, json("loop.json").get("timingPassport").get("ticks").asInt());
    assertNotNull(json("result.json").get("evaluation"), "read by compare and plot");
    Invocation replay = Invocation.of("hil", "replay", out().resolve("ticks.mcap")).succeeded();
    assertEquals("100 commands computed again, 0 differ\n", replay.out());
    Invocation other =
        Invocation.of(
            "hil",
            "replay",
            out().resolve("ticks.mcap"),
            "--trial",
            changed("follow-target", "fixed-arm, arm: 3"));
    assertEquals(ExitCode.NOT_AS_EXPECTED, other.code());
    assertTrue(other.out().contains("is the first that differs"), other.out());
  }

  private Path changed(String from, String to) throws IOException {
    String text = Files.readString(folder.resolve("star.yaml"));
    assertTrue(text.contains(from));
    return Files.writeString(folder.resolve("changed.yaml"), text.replace(from, to));
  }

  @Test
  void theRobotComesAsFarAsItsSimulationDoes() throws IOException {
    double simulated =
        totalReturn(
            Invocation.of(
                "run",
                trialFile(),
                "--out",
                out(),
                "--set",
                "evaluation.episodes=1",
                "--no-report",
                "--no-plots"));
    try (EmulatedStar star =
        new EmulatedStar(folder, List.of(), "plant.state={type: udp, port: 9877}")) {
      double real =
          totalReturn(
              Invocation.of(
                  "hil",
                  "run",
                  star.trial(),
                  "--out",
                  folder.resolve("real"),
                  "--set",
                  "plant.state={type: udp, port: 9877}"),
              folder.resolve("real"));
      // Half the way: packets are late by a tick or two on a busy machine, and ticks are few.
      assertTrue(
          real > 0.5 * simulated, "progress " + real + " m, in simulation " + simulated + " m");
    }
  }

  private Path trialFile() throws IOException {
    return EmulatedStar.trialFile(folder);
  }

  private double totalReturn(Invocation run) throws IOException {
    return totalReturn(run, out());
  }

  private static double totalReturn(Invocation run, Path folder) throws IOException {
    run.succeeded();
    return new ObjectMapper()
        .readTree(folder.resolve("result.json").toFile())
        .get("evaluation")
        .get("mean_return")
        .asDouble();
  }

  @Test
  void aDryRunSendsNothingThatMoves() throws IOException {
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      Invocation.of("hil", "run", star.trial(), "--out", out(), "--dry").succeeded();
      assertEquals(0, star.endWithTorqueOn());
    }
    try (LoggedTicks log = new LoggedTicks(out().resolve("ticks.mcap"))) {
      double first = log.next().orElseThrow().observation(1);
      Optional<TickRecord> last = Optional.empty();
      for (Optional<TickRecord> next = log.next(); next.isPresent(); next = log.next()) {
        last = next;
      }
      // One step of the servo's encoder: the arm may sag against its stops.
      assertEquals(first, last.orElseThrow().observation(1), 2 * Math.PI / 4096 * 20);
    }
  }

  @Test
  void theStopFileStopsTheRobotWithItsReason() throws IOException {
    Path file = folder.resolve("stop");
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      CompletableFuture<Invocation> run =
          CompletableFuture.supplyAsync(
              () ->
                  Invocation.of(
                      "hil",
                      "run",
                      star.trial(),
                      "--out",
                      out(),
                      "--stop-file",
                      file,
                      "--set",
                      "task.time-limit=60"));
      whenMoving(star, run);
      Files.createFile(file);
      assertEquals(ExitCode.NOT_AS_EXPECTED, run.join().code(), run.join().err());
      assertTrue(run.join().out().contains("the stop file appeared"), run.join().out());
      assertEquals(0, star.endWithTorqueOn());
    }
    assertEquals("FILE", json("loop.json").get("stopReason").asText());
    Invocation again =
        Invocation.of("hil", "run", trialFile(), "--out", out(), "--stop-file", file);
    again.refused(folder, "--stop-file FOLDER/stop is there already: remove it to start the robot");
  }

  /** Waits until the loop has exchanged so many packets that it must be moving. */
  private static void whenMoving(EmulatedStar star, CompletableFuture<Invocation> run) {
    while (star.instructions() < 200) {
      assertFalse(run.isDone(), () -> run.join().out() + run.join().err());
      LockSupport.parkNanos(5_000_000);
    }
  }

  @Test
  void aCableThatIsPulledStopsTheRobot() throws IOException {
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      CompletableFuture<Invocation> run =
          CompletableFuture.supplyAsync(
              () ->
                  Invocation.of(
                      "hil", "run", star.trial(), "--out", out(), "--set", "task.time-limit=60"));
      whenMoving(star, run);
      star.pull();
      assertEquals(ExitCode.NOT_AS_EXPECTED, run.join().code());
    }
    assertEquals("LINK_LOST", json("loop.json").get("stopReason").asText());
  }

  @Test
  void aHotServoStopsTheRobot() throws IOException {
    try (EmulatedStar star =
        new EmulatedStar(folder, List.of(new Fault.Overheat(68, 14, 0, Optional.empty())))) {
      Invocation run =
          Invocation.of("hil", "run", star.trial(), "--out", out(), "--set", "task.time-limit=60");
      assertEquals(ExitCode.NOT_AS_EXPECTED, run.code(), run.err());
      assertTrue(run.out().contains("a servo is too hot"), run.out());
      assertTrue(run.out().contains("arm_2_segment_0_in_plane"), run.out());
      assertEquals(0, star.endWithTorqueOn());
    }
  }

  @Test
  void aPositionThatContradictsTheCalibrationStartsNothing() throws IOException {
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      String wrong = "plant.joints[0].calibration.offset=1.2";
      Invocation run = Invocation.of("hil", "run", star.trial(), "--out", out(), "--set", wrong);
      assertEquals(ExitCode.USER_MISTAKE, run.code(), run.out());
      assertTrue(run.err().contains("calibrate it again"), run.err());
      assertEquals(0, star.endWithTorqueOn());
      assertFalse(Files.exists(out()), "nothing was run, so nothing is left");
    }
  }

  @Test
  void aTruncatedLogIsReplayedAsFarAsItGoes() throws IOException {
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      Invocation.of("hil", "run", star.trial(), "--out", out()).succeeded();
    }
    Path log = out().resolve("ticks.mcap");
    byte[] whole = Files.readAllBytes(log);
    Files.write(
        log,
        java.util.Arrays.copyOf(whole, whole.length / 2),
        StandardOpenOption.TRUNCATE_EXISTING);
    Invocation replay = Invocation.of("hil", "replay", log);
    assertTrue(replay.out().contains(", 0 differ\n"), replay.out() + replay.err());
    assertTrue(replay.out().contains("ticks.mcap"), "says what is wrong: " + replay.out());
    Files.write(log, java.util.Arrays.copyOf(whole, 100), StandardOpenOption.TRUNCATE_EXISTING);
    assertEquals(ExitCode.USER_MISTAKE, Invocation.of("hil", "replay", log).code());
  }

  @Test
  void mistakesAreToldInOneMessage() throws IOException {
    Path trial = trialFile();
    refused("must be servos, got mujoco", "hil", "run", trial, "--set", "plant={type: mujoco}");
    refused("plant.port must be there: there is no serial port", "hil", "run", trial);
    refused("must say where the servos are", "hil", "run", trial, "--set", "plant.port=null");
    refused(
        "must name the servo of each joint",
        "hil",
        "emulate",
        trial,
        "--set",
        "plant.joints=[]",
        "--pty",
        folder.resolve("none"));
    refused(
        "must be a joint with an actuator, got 'knee'",
        "hil",
        "emulate",
        trial,
        "--set",
        "plant.joints[0].joint=knee",
        "--pty",
        folder.resolve("none"));
    refused("must be HOST:PORT", "hil", "run", trial, "--set", "plant.protocol=udp");
    refused(
        "--policy must name what was trained in simulation",
        "hil",
        "run",
        trial,
        "--set",
        "controller.policy.type=q-table");
    Path faults = Files.writeString(folder.resolve("faults.yaml"), "faults:\n- {type: stucked}\n");
    refused(
        "did you mean 'stuck'?",
        "hil",
        "emulate",
        trial,
        "--faults",
        faults,
        "--pty",
        folder.resolve("none"));
  }

  @Test
  void theFaultsOfTheGuideAreRead() throws IOException {
    String guide = Files.readString(Path.of("../docs/hardware.md"));
    String block = guide.substring(guide.indexOf("faults:\n"));
    Path file =
        Files.writeString(folder.resolve("faults.yaml"), block.substring(0, block.indexOf("```")));
    assertEquals(10, ConfigReader.read(file, FaultFile.class, List.of()).faults().size());
  }

  @Test
  void aLinkIsNotMadeWhereAdaptersAppear() throws IOException {
    Path trial = EmulatedStar.trialFile(folder);
    refused("outside of /dev", "hil", "emulate", trial, "--pty", "/dev/ophiura-none");
  }

  @Test
  void aRobotWhoseWatchdogsHaveExpiredStartsAgain() throws IOException {
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      star.expireWatchdogs();
      Invocation.of("hil", "run", star.trial(), "--out", folder.resolve("out"), "--warm-up", "0.1")
          .succeeded();
    }
  }

  @Test
  void aRobotOutsideOfItsCalibratedRangeIsNotStarted() throws IOException {
    try (EmulatedStar star = new EmulatedStar(folder, List.of())) {
      String text = Files.readString(star.trial());
      Path other = folder.resolve("other.yaml");
      Files.writeString(other, text.replaceFirst("lower: -0.8", "lower: 0.5"));
      refused(
          "the robot was not started",
          "hil",
          "run",
          other,
          "--out",
          folder.resolve("out"),
          "--warm-up",
          "0.1");
      Files.writeString(other, text.replaceFirst("lower: -0.8, upper: 0.8", "lower: 2, upper: 3"));
      refused("must leave a part of the model's range", "hil", "run", other);
    }
  }

  @Test
  void aBaudRateThatCannotDoIsRefused() throws IOException {
    Path trial = EmulatedStar.trialFile(folder);
    refused("must be one of [9600, ", "hil", "run", trial, "--set", "plant.baud=123456");
    refused("must be enough to talk to 10 servos", "hil", "run", trial, "--set", "plant.baud=9600");
  }

  private void refused(String words, Object... arguments) {
    Invocation invocation = Invocation.of(arguments);
    assertEquals(ExitCode.USER_MISTAKE, invocation.code(), invocation.out() + invocation.err());
    assertTrue(invocation.err().contains(words), invocation.err());
  }

  @Test
  void enterIsAStopAndTheEndOfTheInputIsNone() throws InterruptedException {
    try (KeyStop enter =
            new KeyStop(new ByteArrayInputStream("x\n".getBytes(StandardCharsets.UTF_8)));
        KeyStop end = new KeyStop(new ByteArrayInputStream(new byte[] {'x'}))) {
      enter.await();
      end.await();
      assertEquals(new Stop(StopReason.KEY), enter.poll());
      assertEquals(null, end.poll());
    }
  }
}
