package org.ophiura.app.trial;

/** A user's wish to stop: episodes that run are finished, no further one is begun. Thread-safe. */
public final class Interruption {
  private volatile boolean requested;

  /** Asks for the stop. */
  public void request() {
    requested = true;
  }

  /** Whether the stop was asked for. */
  public boolean requested() {
    return requested;
  }
}
