package org.ophiura.sim.hardware.emulator;

import java.util.function.BooleanSupplier;
import org.ophiura.sim.hardware.link.ByteLink;

/** Puts emulated servos behind a real link, such as one end of a pair of pseudo-terminals. */
public final class EmulatorServer {
  private static final long IDLE_NANOS = 1_000_000;
  private static final int BUFFER = 4096;

  /** So long that no other work of the machine can come between. */
  private static final long WRITE_NANOS = 10_000_000_000L;

  private final EmulatedBus bus;
  private final ByteLink link;
  private final byte[] buffer = new byte[BUFFER];

  /** Connects servos to a link, whose clock is theirs. */
  public EmulatorServer(EmulatedBus bus, ByteLink link) {
    this.bus = bus;
    this.link = link;
    bus.advanceTo(link.nanoTime());
  }

  /**
   * Serves on the calling thread.
   *
   * @param stop asked at least once a millisecond
   * @return whether it was asked to stop; false if the link is gone
   */
  public boolean serve(BooleanSupplier stop) {
    while (!stop.getAsBoolean()) {
      if (!serveOnce()) {
        return false;
      }
    }
    return true;
  }

  private boolean serveOnce() {
    long idleUntil = link.nanoTime() + IDLE_NANOS;
    int received = link.read(buffer, 0, buffer.length, Math.min(idleUntil, bus.nextByteNanos()));
    if (received == ByteLink.GONE) {
      return false;
    }
    long now = link.nanoTime();
    if (received > 0) {
      bus.receive(buffer, 0, received, now);
    } else {
      bus.advanceTo(now);
    }
    int answered = bus.transmit(buffer, 0, buffer.length, link.nanoTime());
    if (answered > 0) {
      // A host that does not read loses its answers; the servos go on.
      link.write(buffer, 0, answered, link.nanoTime() + WRITE_NANOS);
    }
    return true;
  }
}
