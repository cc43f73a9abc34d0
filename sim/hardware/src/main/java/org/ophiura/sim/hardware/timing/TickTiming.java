package org.ophiura.sim.hardware.timing;

/** The times of one tick. Mutable, made once and reused at every tick. */
public final class TickTiming {
  private long tick;
  private long beginNanos;
  private long latenessNanos;
  private long readNanos;
  private long updateNanos;
  private long writeNanos;

  /**
   * Sets all of it.
   *
   * @param tick index of the tick, from 0; ticks that are left out have an index too
   * @param beginNanos when it began, on the loop's clock: where the robot owns the clock, when its
   *     state had arrived
   * @param latenessNanos how much later that was than it was due
   * @param readNanos how long reading took, with the waiting for a robot that owns the clock
   * @param updateNanos how long the controller took
   * @param writeNanos how long writing took
   */
  public void set(
      long tick,
      long beginNanos,
      long latenessNanos,
      long readNanos,
      long updateNanos,
      long writeNanos) {
    this.tick = tick;
    this.beginNanos = beginNanos;
    this.latenessNanos = latenessNanos;
    this.readNanos = readNanos;
    this.updateNanos = updateNanos;
    this.writeNanos = writeNanos;
  }

  /** Index of the tick. */
  public long tick() {
    return tick;
  }

  /** When it began, on the loop's clock. */
  public long beginNanos() {
    return beginNanos;
  }

  /** How much later it began than it was due. */
  public long latenessNanos() {
    return latenessNanos;
  }

  /** How long reading took. */
  public long readNanos() {
    return readNanos;
  }

  /** How long the controller took. */
  public long updateNanos() {
    return updateNanos;
  }

  /** How long writing took. */
  public long writeNanos() {
    return writeNanos;
  }

  /** From the beginning of the reading to the end of the writing. */
  public long roundTripNanos() {
    return readNanos + updateNanos + writeNanos;
  }
}
