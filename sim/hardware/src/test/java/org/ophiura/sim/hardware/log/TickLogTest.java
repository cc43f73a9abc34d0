package org.ophiura.sim.hardware.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.hardware.Allocation;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.mcap.McapFormatException;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.timing.TickTiming;

final class TickLogTest {
  private static final int TICKS = 250;
  private static final double GAIN = 0.3;
  private static final long WALL_NANOS = 1_700_000_000_000_000_000L;

  @TempDir private Path folder;

  private TickLog log(Path path, int capacity) throws IOException {
    return new TickLog(
        path,
        LoggedLoop.content(),
        Map.of("seed", "7"),
        capacity,
        LoggedLoop.BEGIN_NANOS,
        WALL_NANOS);
  }

  private Path written() throws IOException {
    Path path = folder.resolve("log.mcap");
    LoggedLoop loop = new LoggedLoop(GAIN);
    try (TickLog log = log(path, TICKS)) {
      for (int i = 0; i < TICKS; i++) {
        loop.tick(log);
      }
      assertEquals(0, log.lost());
      log.close(Map.of("stop", "a key was pressed"));
    }
    return path;
  }

  private static Replay.Outcome replay(Path path, double gain) throws IOException {
    try (LoggedTicks ticks = new LoggedTicks(path)) {
      return Replay.run(
          ticks, new LoggedLoop.Wanderer(gain), LoggedLoop::random, (tick, command) -> {});
    }
  }

  @Test
  void everyTickIsLoggedBitForBit() throws IOException {
    Path path = written();
    try (LoggedTicks ticks = new LoggedTicks(path)) {
      assertEquals(LoggedLoop.content(), ticks.content());
      assertEquals(Map.of("seed", "7"), ticks.run());
      TickTiming timing = new TickTiming();
      int count = 0;
      for (Optional<TickRecord> next = ticks.next(); next.isPresent(); next = ticks.next()) {
        TickRecord tick = next.get();
        assertEquals(count, tick.sequence());
        tick.copyTiming(timing);
        assertEquals(count, timing.tick());
        assertEquals(110, timing.latenessNanos() + timing.roundTripNanos());
        assertEquals(32 + 0.1 * count, tick.extra(0, 2));
        assertEquals(count % LoggedLoop.EPISODE_TICKS == 0, tick.first());
        assertTrue(tick.updated());
        assertEquals(2, tick.safety());
        assertEquals(0, tick.status());
        assertEquals(0, tick.stop());
        count++;
      }
      assertEquals(TICKS, count);
      assertEquals(Optional.empty(), ticks.damage());
      assertEquals(Map.of("stop", "a key was pressed"), ticks.outcome());
    }
  }

  @Test
  void theControllerOfALogComesToTheSameCommandsAgain() throws IOException {
    Replay.Outcome outcome = replay(written(), GAIN);
    assertTrue(outcome.same());
    assertEquals(TICKS, outcome.compared());
    assertEquals(Optional.empty(), outcome.first());
  }

  @Test
  void theFirstTickThatDiffersIsNamed() throws IOException {
    Replay.Outcome outcome = replay(written(), Math.nextUp(GAIN));
    assertFalse(outcome.same());
    Replay.Difference first = outcome.first().orElseThrow();
    assertTrue(first.tick() > 0, "the first command depends on chance alone");
    assertTrue(
        first.sentence().startsWith("tick " + first.tick() + " is the first that differs: servo-"),
        first.sentence());
  }

  @Test
  void aLogThatBreaksOffIsReplayedAsFarAsItGoes() throws IOException {
    Path path = written();
    byte[] whole = Files.readAllBytes(path);
    Path cut = folder.resolve("cut.mcap");
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    Replay.Outcome outcome = replay(cut, GAIN);
    assertTrue(outcome.same());
    assertTrue(outcome.compared() > 50 && outcome.compared() < TICKS);
    assertEquals(
        cut
            + " breaks off after "
            + outcome.compared()
            + " messages, as if its writer had been killed; what was read is whole",
        outcome.damage().orElseThrow());
  }

  @Test
  void ticksAfterALostOneAreNotComparedUntilTheNextEpisode() throws IOException {
    Path path = folder.resolve("lossy.mcap");
    LoggedLoop loop = new LoggedLoop(GAIN);
    try (TickLog log = log(path, TICKS)) {
      for (int i = 0; i < TICKS; i++) {
        loop.tick(log);
        if (i == 120) {
          log.claim();
        }
      }
    }
    Replay.Outcome outcome = replay(path, GAIN);
    assertEquals(200 - 121, outcome.unknown());
    assertEquals(TICKS - (200 - 121), outcome.compared());
    assertEquals(0, outcome.different());
    assertFalse(outcome.same());
  }

  @Test
  void aLogThatCannotKeepUpLosesTicksAndCountsThem() throws IOException {
    Path path = folder.resolve("fast.mcap");
    int ticks = 20_000;
    LoggedLoop loop = new LoggedLoop(GAIN);
    TickLog log = log(path, 2);
    for (int i = 0; i < ticks; i++) {
      loop.tick(log);
    }
    log.close();
    assertTrue(log.lost() > 0, "two records are too few for a loop without a pause");
    assertEquals(ticks, log.lost() + log.written());
    Replay.Outcome outcome = replay(path, GAIN);
    assertEquals(log.written(), outcome.compared() + outcome.unknown());
    assertEquals(0, outcome.different());
  }

  @Test
  void aDiskThatIsFullStopsTheLogAndNotTheLoop() throws IOException {
    int room = 20_000;
    OutputStream full =
        new OutputStream() {
          private int used;

          @Override
          public void write(int b) throws IOException {
            used++;
            if (used > room) {
              throw new IOException("No space left on device");
            }
          }
        };
    Path path = folder.resolve("full.mcap");
    TickLog log = new TickLog(path, full, LoggedLoop.content(), Map.of(), 4000, 0);
    LoggedLoop loop = new LoggedLoop(GAIN);
    for (int i = 0; i < 3000; i++) {
      loop.tick(log);
    }
    IOException failure = assertThrows(IOException.class, log::close);
    assertEquals(
        path + " is not whole: No space left on device; is there room on the disk?",
        failure.getMessage());
    assertTrue(log.failure().isPresent());
    assertEquals(3000, log.lost() + log.written());
  }

  @Test
  void aLogOfAnotherRobotIsRefused() throws IOException {
    LogContent content = LoggedLoop.content();
    content.checkFits(ServoArm.layout(LoggedLoop.JOINTS));
    assertEquals(
        "the log is of another robot (arm): of its observations, number 0 is joint_position:3,"
            + " where the controller expects joint_position:2; replay it with the trial that it was"
            + " made with",
        assertThrows(McapFormatException.class, () -> content.checkFits(ServoArm.layout(2)))
            .getMessage());
  }

  @Test
  void aLogIsNeverOverwritten() throws IOException {
    Path path = written();
    assertThrows(FileAlreadyExistsException.class, () -> log(path, 4));
  }

  @Test
  void stopsAndLimitsAreKept() throws IOException {
    Path path = folder.resolve("stopped.mcap");
    try (TickLog log = log(path, 4)) {
      TickRecord record = log.claim();
      assertTrue(record != null);
      record.setStatus(CycleStatus.FAULT, SafetyState.SAFE_STOP, StopReason.HOT_SERVO);
      record.setLimits(1, 31);
      log.commit();
    }
    try (LoggedTicks ticks = new LoggedTicks(path)) {
      TickRecord record = ticks.next().orElseThrow();
      assertEquals(
          List.of(3, 3, StopReason.HOT_SERVO.code(), 31),
          List.of(record.status(), record.safety(), record.stop(), record.limits(1)));
    }
  }

  @Test
  void loggingATickAllocatesNothing() throws IOException {
    JointCommand command = new JointCommand(LoggedLoop.JOINTS);
    TickTiming timing = new TickTiming();
    try (ServoArm arm = new ServoArm(LoggedLoop.JOINTS);
        TickLog log = log(folder.resolve("lean.mcap"), 256)) {
      long bytes =
          Allocation.bytes(
              1000,
              () -> {
                TickRecord record = log.claim();
                if (record != null) {
                  record.setTiming(timing);
                  record.setController(0, false, true);
                  record.setState(arm.state());
                  record.setCommand(command);
                  record.setApplied(command);
                  record.setStatus(CycleStatus.OK, SafetyState.ACTIVE, null);
                  log.commit();
                }
              });
      assertEquals(0, bytes);
    }
  }
}
