package org.ophiura.sim.hardware.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.safety.StopReason;

/**
 * Wants a stop when the terminal goes away that the process was started from: its window is closed,
 * or its connection breaks. The signal for that, SIGHUP, never arrives once jSerialComm is loaded:
 * up to 2.11.4 at least, its native part has the process ignore it (issues 612 and 631 of
 * jSerialComm), and a Java machine does not take back what is ignored.
 */
public final class TerminalLoss implements StopSource {
  private static final long NANOS_BETWEEN_LOOKS = 50_000_000;

  private final Path terminal;
  private final boolean had;
  private long looked = System.nanoTime();
  private boolean lost;

  /** For the terminal of this process; never wants a stop if it has none. */
  public TerminalLoss() {
    this(Path.of("/dev/tty"));
  }

  TerminalLoss(Path terminal) {
    this.terminal = terminal;
    had = opens();
  }

  private boolean opens() {
    try {
      Files.newInputStream(terminal).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public @Nullable Stop poll() {
    return poll(System.nanoTime());
  }

  @Nullable Stop poll(long now) {
    if (had && !lost && now - looked >= NANOS_BETWEEN_LOOKS) {
      looked = now;
      lost = !opens();
    }
    return lost ? new Stop(StopReason.SIGNAL) : null;
  }
}
