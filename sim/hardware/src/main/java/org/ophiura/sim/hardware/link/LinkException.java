package org.ophiura.sim.hardware.link;

import java.util.Objects;

/** A link cannot be made: told in one message, with what to do about it. */
public final class LinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LinkException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
