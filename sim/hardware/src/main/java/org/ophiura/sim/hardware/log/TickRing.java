package org.ophiura.sim.hardware.log;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Records on their way from the loop's thread to another: made beforehand, handed over without a
 * lock. One thread fills, one empties; neither ever waits, and nothing allocates.
 */
final class TickRing {
  private final TickRecord[] records;
  private final AtomicLong filled = new AtomicLong();
  private final AtomicLong emptied = new AtomicLong();

  TickRing(TickFormat format, int capacity) {
    records = new TickRecord[capacity];
    for (int i = 0; i < capacity; i++) {
      records[i] = new TickRecord(format, ByteBuffer.allocate(format.size()));
    }
  }

  /** The record to fill next; null if all are still to be emptied. For the filling thread. */
  @Nullable TickRecord toFill() {
    long next = filled.getPlain();
    return next - emptied.getAcquire() < records.length ? at(next) : null;
  }

  /** Hands over the record that was filled. */
  void handOver() {
    filled.setRelease(filled.getPlain() + 1);
  }

  /** The record to empty next; null if there is none. For the emptying thread. */
  @Nullable TickRecord toEmpty() {
    long next = emptied.getPlain();
    return next < filled.getAcquire() ? at(next) : null;
  }

  /** Gives back the record that was emptied. */
  void giveBack() {
    emptied.setRelease(emptied.getPlain() + 1);
  }

  private TickRecord at(long number) {
    return records[(int) (number % records.length)];
  }
}
