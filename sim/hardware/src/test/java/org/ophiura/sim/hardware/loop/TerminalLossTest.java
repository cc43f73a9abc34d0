package org.ophiura.sim.hardware.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;

/** A file is there or not, as a terminal can be opened or not. */
final class TerminalLossTest {
  private static final long SECOND = 1_000_000_000;

  @TempDir private Path folder;

  @Test
  void aTerminalThatGoesAwayStopsTheRobotForGood() throws IOException {
    Path terminal = Files.createFile(folder.resolve("tty"));
    TerminalLoss loss = new TerminalLoss(terminal);
    long start = System.nanoTime();
    assertNull(loss.poll(start + SECOND));
    Files.delete(terminal);
    assertEquals(new Stop(StopReason.SIGNAL), loss.poll(start + 2 * SECOND));
    Files.createFile(terminal);
    assertEquals(new Stop(StopReason.SIGNAL), loss.poll(start + 3 * SECOND));
  }

  @Test
  void aProcessThatNeverHadOneIsNotStopped() {
    TerminalLoss loss = new TerminalLoss(folder.resolve("tty"));
    assertNull(loss.poll(System.nanoTime() + SECOND));
  }
}
