package org.ophiura.app.trial;

/**
 * A user's wish to stop: no further episode is begun, and one that runs is finished, or left where
 * nothing is lost by it. Thread-safe.
 */
public final class Interruption {
  private volatile boolean requested;
  private volatile boolean insisted;

  /** Asks for the stop. */
  public void request() {
    requested = true;
  }

  /** Whether the stop was asked for. */
  public boolean requested() {
    return requested;
  }

  /** Asks for the stop once more: it has waited for an episode long enough. */
  public void insist() {
    insisted = true;
    requested = true;
  }

  /** Whether even an episode whose loss costs something must be left. */
  public boolean insisted() {
    return insisted;
  }
}
