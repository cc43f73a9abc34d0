package org.ophiura.sim.hardware.emulator;

import org.ophiura.sim.hardware.link.ByteLink;

/**
 * Emulated servos in the same process, on a clock that moves only when somebody waits: a robot for
 * tests that run as fast as the machine can, and come out the same each time.
 */
public final class EmulatedLink implements ByteLink {
  private final EmulatedBus bus;
  private long now;
  private boolean closed;

  /** Connects to servos; the clock starts at 0, theirs with the first byte or wait. */
  public EmulatedLink(EmulatedBus bus) {
    this.bus = bus;
  }

  @Override
  public long nanoTime() {
    return now;
  }

  /** Lets time pass to {@code nanos}: what a real loop sleeps for. */
  public void sleepUntil(long nanos) {
    if (nanos > now) {
      now = nanos;
      bus.advanceTo(now);
    }
  }

  @Override
  public int read(byte[] into, int offset, int length, long deadlineNanos) {
    if (closed) {
      return GONE;
    }
    int count = bus.transmit(into, offset, length, now);
    if (count == 0 && deadlineNanos > now) {
      sleepUntil(Math.min(deadlineNanos, bus.nextByteNanos()));
      count = bus.transmit(into, offset, length, now);
    }
    return count;
  }

  @Override
  public boolean write(byte[] from, int offset, int length, long deadlineNanos) {
    if (closed || deadlineNanos < now) {
      return false;
    }
    bus.receive(from, offset, length, now);
    return true;
  }

  /** Pulls the plug, as far as the host can see. */
  @Override
  public void close() {
    closed = true;
  }

  @Override
  public String name() {
    return "emulated servos";
  }
}
