package org.ophiura.sim.hardware.servo;

import java.util.Objects;

/** Servos are not as they should be: told in one message, with what to do about it. */
public final class ServoException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServoException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
