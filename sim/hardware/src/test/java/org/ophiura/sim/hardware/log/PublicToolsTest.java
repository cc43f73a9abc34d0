package org.ophiura.sim.hardware.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.hardware.timing.TickTiming;

/**
 * Logs are read by the public MCAP library for Python, and every number comes out as it went in.
 * Installs it with pip into a throw-away folder.
 */
@Tag("slow")
final class PublicToolsTest {
  private static final List<String> PACKAGES = List.of("mcap==1.6.0", "mcap-ros1-support==0.9.0");

  /** Enough for several chunks. */
  private static final int TICKS = 3000;

  private static final long WALL_NANOS = 1_700_000_000_000_000_000L;

  @TempDir private Path folder;

  private void run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONPATH", folder.resolve("packages").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command + "\n" + output);
  }

  private DoubleBuffer readByPython(Path path) throws Exception {
    for (String wanted : PACKAGES) {
      run(
          List.of(
              "python3",
              "-m",
              "pip",
              "install",
              "--quiet",
              "--disable-pip-version-check",
              "--only-binary",
              ":all:",
              "--target",
              folder.resolve("packages").toString(),
              wanted));
    }
    Path script = folder.resolve("read_mcap.py");
    try (InputStream in =
        Objects.requireNonNull(PublicToolsTest.class.getResourceAsStream("read_mcap.py"))) {
      Files.copy(in, script);
    }
    Path out = folder.resolve("numbers.bin");
    run(List.of("python3", script.toString(), path.toString(), out.toString()));
    return ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
  }

  @Test
  void pythonReadsEveryNumberOfALog() throws Exception {
    Path path = folder.resolve("log.mcap");
    LoggedLoop loop = new LoggedLoop(0.3);
    try (TickLog log =
        new TickLog(
            path,
            LoggedLoop.content(),
            Map.of("seed", "7"),
            TICKS,
            LoggedLoop.BEGIN_NANOS,
            WALL_NANOS)) {
      for (int i = 0; i < TICKS; i++) {
        loop.tick(log);
      }
      log.close(Map.of("stop", "a key was pressed"));
    }
    DoubleBuffer numbers = readByPython(path);
    TickTiming timing = new TickTiming();
    try (LoggedTicks ticks = new LoggedTicks(path)) {
      for (Optional<TickRecord> next = ticks.next(); next.isPresent(); next = ticks.next()) {
        compare(next.get(), timing, numbers);
      }
    }
    assertEquals(0, numbers.remaining());
  }

  private static void compare(TickRecord tick, TickTiming timing, DoubleBuffer numbers) {
    tick.copyTiming(timing);
    String where = "tick " + tick.tick();
    double wall = (double) (WALL_NANOS + tick.beginNanos() - LoggedLoop.BEGIN_NANOS);
    assertEquals(wall, numbers.get(), where);
    assertEquals((double) tick.sequence(), numbers.get(), where);
    assertEquals((double) tick.sequence(), numbers.get(), where);
    assertEquals((double) tick.tick(), numbers.get(), where);
    assertEquals((double) tick.beginNanos(), numbers.get(), where);
    assertEquals(tick.seconds(), numbers.get(), where);
    assertEquals((double) timing.latenessNanos(), numbers.get(), where);
    assertEquals((double) timing.readNanos(), numbers.get(), where);
    assertEquals((double) timing.updateNanos(), numbers.get(), where);
    assertEquals((double) timing.writeNanos(), numbers.get(), where);
    assertEquals((double) tick.episode(), numbers.get(), where);
    assertEquals(tick.first() ? 1 : 0, numbers.get(), where);
    assertEquals(tick.updated() ? 1 : 0, numbers.get(), where);
    assertEquals((double) tick.status(), numbers.get(), where);
    assertEquals((double) tick.safety(), numbers.get(), where);
    assertEquals((double) tick.stop(), numbers.get(), where);
    for (int i = 0; i < 2 * LoggedLoop.JOINTS; i++) {
      assertEquals(tick.observation(i), numbers.get(), where);
    }
    for (int i = 0; i < LoggedLoop.JOINTS; i++) {
      assertEquals(tick.command(i), numbers.get(), where);
    }
    for (int i = 0; i < LoggedLoop.JOINTS; i++) {
      assertEquals(tick.applied(i), numbers.get(), where);
    }
    for (int i = 0; i < LoggedLoop.JOINTS; i++) {
      assertEquals(tick.limits(i), numbers.get(), where);
    }
    for (int i = 0; i < LoggedLoop.JOINTS; i++) {
      assertEquals(tick.extra(0, i), numbers.get(), where);
    }
  }
}
