package org.ophiura.sim.hardware.timing;

/** A clock that never goes back. Tests have one whose time stands still until it is moved. */
public interface LoopClock {

  /** Nanoseconds since some moment; only differences mean something. Allocates nothing. */
  long nanos();

  /** Waits until {@link #nanos()} is at least {@code nanos}, or the thread is interrupted. */
  void sleepUntil(long nanos);
}
