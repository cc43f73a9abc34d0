package org.ophiura.sim.hardware.emulator;

/**
 * Bytes on their way to the host, each with the time at which it is there. Allocates nothing after
 * construction.
 */
final class AnswerQueue {
  private static final int CAPACITY = 1 << 16;

  private final byte[] bytes = new byte[CAPACITY];
  private final long[] due = new long[CAPACITY];
  private long head;
  private long tail;

  /** Where the next byte goes; positions never come back. */
  long tail() {
    return tail;
  }

  /** Appends a byte; a queue that nobody reads loses its oldest. */
  void add(byte next, long dueNanos) {
    if (tail - head == CAPACITY) {
      head++;
    }
    int index = (int) (tail++ % CAPACITY);
    bytes[index] = next;
    due[index] = dueNanos;
  }

  /**
   * Sends a byte while another one is being sent: the line is low where either is, and their bits
   * do not line up.
   */
  void collide(long position, byte other) {
    if (position >= head && position < tail) {
      int shifted = (other & 0xff) >> 1 | other << 7;
      bytes[(int) (position % CAPACITY)] &= (byte) shifted;
    }
  }

  /** When the next byte is there; {@link Long#MAX_VALUE} if none is on its way. */
  long nextDueNanos() {
    return head == tail ? Long.MAX_VALUE : due[(int) (head % CAPACITY)];
  }

  /** Takes what is there by now. */
  int take(byte[] into, int offset, int length, long now) {
    int count = 0;
    while (count < length && nextDueNanos() <= now) {
      into[offset + count++] = bytes[(int) (head++ % CAPACITY)];
    }
    return count;
  }
}
