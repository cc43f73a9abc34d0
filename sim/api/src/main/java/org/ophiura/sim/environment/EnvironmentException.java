package org.ophiura.sim.environment;

/**
 * Something outside of this program, which an environment needs, has failed. The message is for the
 * user: what failed and what to do.
 */
public final class EnvironmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Tells what failed and what to do. */
  public EnvironmentException(String message) {
    super(message);
  }
}
