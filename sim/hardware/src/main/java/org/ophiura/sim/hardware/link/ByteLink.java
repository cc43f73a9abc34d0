package org.ophiura.sim.hardware.link;

/**
 * A way for bytes in both directions, such as a serial port. Belongs to one thread at a time, but
 * for {@link #close()}; {@link #read} and {@link #write} allocate nothing and never throw: a link
 * that is gone says so.
 */
public interface ByteLink extends AutoCloseable {
  /** What {@link #read} returns when nothing will ever come again: unplugged or closed. */
  int GONE = -1;

  /** The clock of the deadlines, in nanoseconds from an arbitrary start. */
  long nanoTime();

  /**
   * Reads what has come, and waits for it if nothing has.
   *
   * @param into modified from {@code offset} on
   * @param length how many bytes there is room for; at least 1
   * @param deadlineNanos how long to wait on the clock of {@link #nanoTime()}; not at all if it is
   *     past
   * @return how many bytes were read; 0 at the deadline; {@link #GONE}
   */
  int read(byte[] into, int offset, int length, long deadlineNanos);

  /**
   * Hands bytes over to be sent; does not wait until they are.
   *
   * @param from not modified
   * @return whether all were taken before the deadline; false also when the link is gone
   */
  boolean write(byte[] from, int offset, int length, long deadlineNanos);

  /** What a user calls it, such as {@code /dev/ttyUSB0}. */
  String name();

  /** Lets go of the device. Closing again does nothing. */
  @Override
  void close();
}
