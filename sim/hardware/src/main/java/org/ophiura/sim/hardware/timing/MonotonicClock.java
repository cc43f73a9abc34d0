package org.ophiura.sim.hardware.timing;

import java.util.concurrent.locks.LockSupport;

/**
 * The machine's clock. Parks until shortly before the time, because a parked thread wakes up late,
 * and spins for the rest. Thread-safe.
 */
public final class MonotonicClock implements LoopClock {
  private final long spinNanos;

  /**
   * Makes a clock.
   *
   * @param spinSeconds how long before the time to wake up and spin; 0 never spins
   */
  public MonotonicClock(double spinSeconds) {
    spinNanos = Math.round(spinSeconds * 1e9);
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void sleepUntil(long nanos) {
    long left = nanos - System.nanoTime();
    while (left > 0 && !Thread.currentThread().isInterrupted()) {
      if (left > spinNanos) {
        LockSupport.parkNanos(left - spinNanos);
      } else {
        Thread.onSpinWait();
      }
      left = nanos - System.nanoTime();
    }
  }
}
