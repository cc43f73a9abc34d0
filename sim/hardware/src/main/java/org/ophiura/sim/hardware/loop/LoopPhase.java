package org.ophiura.sim.hardware.loop;

/**
 * Where a loop is, and since when: what a second thread can see of it. One thread writes, any may
 * read; nothing allocates.
 */
public final class LoopPhase {
  /** A part of a tick. */
  public enum Part {
    /** Between two ticks. */
    WAITING,
    /** The robot is read. */
    READING,
    /** The controller works. */
    UPDATING,
    /** The command is written. */
    WRITING
  }

  private volatile long sinceNanos;
  private volatile Part part = Part.WAITING;

  /** The loop enters a part of its tick. */
  void enter(Part newPart, long nowNanos) {
    // In this order a reader may find the old part too young, never the new one too old.
    sinceNanos = nowNanos;
    part = newPart;
  }

  /** Where the loop is. */
  public Part part() {
    return part;
  }

  /** Since when, on the loop's clock; asked after {@link #part()}, never before. */
  public long sinceNanos() {
    return sinceNanos;
  }
}
