package org.ophiura.sim.hardware.loop;

import org.ophiura.sim.hardware.loop.LoopPhase.Part;
import org.ophiura.sim.hardware.timing.LoopClock;
import org.ophiura.sim.hardware.timing.LoopStatistics;
import org.ophiura.sim.hardware.timing.TickTiming;

/**
 * Keeps a loop to its control period, and times it: each tick is {@link #await}, the reading,
 * {@link #read}, the controller, {@link #updated}, the writing, {@link #written}. Ticks are due at
 * whole periods after the first, on a clock that never goes back, so that errors do not add up.
 *
 * <p>Belongs to the loop's thread; allocates nothing after construction.
 */
public final class TickPacer {
  private final LoopSettings settings;
  private final boolean paced;
  private final long periodNanos;
  private final LoopClock clock;
  private final LoopStatistics statistics;
  private final LoopPhase phase = new LoopPhase();
  private final TickTiming timing = new TickTiming();
  private long tick;
  private long dueNanos;
  private long askedNanos;
  private long readNanos;
  private long updatedNanos;
  private boolean first = true;

  /** Makes a pacer; {@link #begin} comes before the first tick. */
  public TickPacer(
      LoopSettings settings, double periodSeconds, LoopClock clock, LoopStatistics statistics) {
    this.settings = settings;
    paced = settings.overrun() == OverrunPolicy.HARDWARE_PACED;
    periodNanos = Math.max(1, Math.round(periodSeconds * 1e9));
    this.clock = clock;
    this.statistics = statistics;
  }

  /** The first tick, or the first after a pause, is due now. Indices of ticks go on. */
  public void begin() {
    dueNanos = clock.nanos();
    first = true;
  }

  /** Waits until the tick is due, unless the robot owns the clock; then the robot is read. */
  public void await() {
    if (!paced) {
      clock.sleepUntil(dueNanos);
    }
    askedNanos = clock.nanos();
    phase.enter(Part.READING, askedNanos);
  }

  /** The robot has been read; the controller begins. */
  public void read() {
    readNanos = clock.nanos();
    phase.enter(Part.UPDATING, readNanos);
  }

  /** The controller has given its command; it is written now. */
  public void updated() {
    updatedNanos = clock.nanos();
    phase.enter(Part.WRITING, updatedNanos);
  }

  /** The command has been written: the tick is over and counted, and the next one is due. */
  public void written() {
    long writtenNanos = clock.nanos();
    phase.enter(Part.WAITING, writtenNanos);
    long begin = paced ? readNanos : askedNanos;
    long late = paced && first ? 0 : begin - dueNanos;
    timing.set(
        tick,
        begin,
        late,
        readNanos - askedNanos,
        updatedNanos - readNanos,
        writtenNanos - updatedNanos);
    long next = (paced ? begin : dueNanos) + periodNanos;
    long left = paced ? 0 : leftOut(writtenNanos - next);
    statistics.record(timing, writtenNanos - next > 0, left);
    dueNanos = next + left * periodNanos;
    tick += 1 + left;
    first = false;
  }

  /** The loop pauses: nobody expects a command until {@link #begin}. */
  public void pause() {
    phase.enter(Part.WAITING, clock.nanos());
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

  /** The times of the tick that was {@link #written} last. Live. */
  public TickTiming timing() {
    return timing;
  }

  /** Where the loop is, for those who watch over it. */
  public LoopPhase phase() {
    return phase;
  }

  /** When the next tick is due, on the loop's clock. */
  public long dueNanos() {
    return dueNanos;
  }
}
