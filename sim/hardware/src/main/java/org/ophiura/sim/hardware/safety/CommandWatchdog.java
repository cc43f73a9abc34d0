package org.ophiura.sim.hardware.safety;

/**
 * The host's watchdog: runs out when no command was sent for too long. It is fed only when a
 * command has gone out, never by a loop that merely turns.
 *
 * <p>Thread-safe: one thread feeds it, another one looks. Its clock is monotonic and its callers'.
 */
public final class CommandWatchdog {
  private final long timeoutNanos;
  private volatile long fedNanos;

  /** Makes a watchdog that is fed for the first time at {@code nowNanos}. */
  public CommandWatchdog(double timeoutSeconds, long nowNanos) {
    timeoutNanos = Math.round(timeoutSeconds * 1e9);
    fedNanos = nowNanos;
  }

  /** A command has gone out. */
  public void feed(long nowNanos) {
    fedNanos = nowNanos;
  }

  /** Whether the last command is too old. */
  public boolean expired(long nowNanos) {
    return nowNanos - fedNanos > timeoutNanos;
  }

  /** How long a command may hold. */
  public long timeoutNanos() {
    return timeoutNanos;
  }
}
