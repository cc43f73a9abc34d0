package org.ophiura.sim.hardware;

import org.ophiura.sim.hardware.timing.LoopClock;

/** A clock whose time stands still until somebody lets it pass. For one thread. */
public final class VirtualClock implements LoopClock {
  private long now;
  private long oversleepNanos;

  /** Makes a clock that shows {@code now}. */
  public VirtualClock(long now) {
    this.now = now;
  }

  /** Lets time pass. */
  public void pass(long nanos) {
    now += nanos;
  }

  /** Lets sleepers wake up too late from now on. */
  public void oversleep(long nanos) {
    oversleepNanos = nanos;
  }

  @Override
  public long nanos() {
    return now;
  }

  @Override
  public void sleepUntil(long nanos) {
    if (nanos - now > 0) {
      now = nanos + oversleepNanos;
    }
  }
}
