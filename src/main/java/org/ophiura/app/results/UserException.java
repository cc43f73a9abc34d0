package org.ophiura.app.results;

/** A user's mistake outside of the settings, told in one message and without a stack trace. */
public final class UserException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Reports a mistake.
   *
   * @param message what is wrong (path, rule, value) and how to mend it
   */
  public UserException(String message) {
    super(message);
  }
}
