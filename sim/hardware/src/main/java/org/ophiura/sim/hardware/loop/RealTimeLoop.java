package org.ophiura.sim.hardware.loop;

import java.util.function.BooleanSupplier;
import org.ophiura.sim.hardware.loop.LoopPhase.Part;
import org.ophiura.sim.hardware.timing.LoopClock;
import org.ophiura.sim.hardware.timing.LoopStatistics;
import org.ophiura.sim.hardware.timing.TickTiming;

/**
 * Reads, updates and writes once in each control period, measured on a clock that never goes back:
 * ticks are due at whole periods after the first, so that errors do not add up. Belongs to one
 * thread; a tick allocates nothing.
 */
public final class RealTimeLoop {
  private final LoopSettings settings;
  private final boolean paced;
  private final long periodNanos;
  private final LoopClock clock;
  private final LoopStatistics statistics;
  private final LoopPhase phase = new LoopPhase();
  private final TickTiming timing = new TickTiming();

  /** Makes a loop that does not run yet. */
  public RealTimeLoop(
      LoopSettings settings, double periodSeconds, LoopClock clock, LoopStatistics statistics) {
    this.settings = settings;
    paced = settings.overrun() == OverrunPolicy.HARDWARE_PACED;
    periodNanos = Math.max(1, Math.round(periodSeconds * 1e9));
    this.clock = clock;
    this.statistics = statistics;
  }

  /** Where the loop is, for those who watch over it. */
  public LoopPhase phase() {
    return phase;
  }

  /**
   * Runs until {@code goOn}, which is asked before each tick, says no. What the work throws ends
   * the loop and is thrown on; to stop the robot then is the caller's affair.
   */
  public void run(LoopWork work, BooleanSupplier goOn) {
    long due = clock.nanos();
    long tick = 0;
    try {
      while (goOn.getAsBoolean()) {
        if (!paced) {
          clock.sleepUntil(due);
        }
        tick(work, tick, due);
        long end = clock.nanos();
        long next = (paced ? timing.beginNanos() : due) + periodNanos;
        long left = paced ? 0 : leftOut(end - next);
        statistics.record(timing, end - next > 0, left);
        due = next + left * periodNanos;
        tick += 1 + left;
      }
    } finally {
      phase.enter(Part.WAITING, clock.nanos());
    }
  }

  private void tick(LoopWork work, long tick, long due) {
    long asked = clock.nanos();
    phase.enter(Part.READING, asked);
    work.read();
    long read = clock.nanos();
    phase.enter(Part.UPDATING, read);
    work.update();
    long updated = clock.nanos();
    phase.enter(Part.WRITING, updated);
    work.write();
    long written = clock.nanos();
    phase.enter(Part.WAITING, written);
    long begin = paced ? read : asked;
    long late = paced && tick == 0 ? 0 : begin - due;
    timing.set(tick, begin, late, read - asked, updated - read, written - updated);
    work.ticked(timing);
  }

  /** How many ticks are given up when a tick has ended this much after the next one was due. */
  private long leftOut(long behindNanos) {
    if (behindNanos <= 0) {
      return 0;
    }
    long missed = (behindNanos + periodNanos - 1) / periodNanos;
    return settings.overrun() == OverrunPolicy.SKIP
        ? missed
        : Math.max(0, missed - settings.caughtUpTicks());
  }
}
