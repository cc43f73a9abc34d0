package org.ophiura.sim.hardware.calibration;

import java.util.Objects;

/** What was measured makes no sense: told in one message, with what to do about it. */
final class CalibrationProblem extends Exception {
  private static final long serialVersionUID = 1L;

  CalibrationProblem(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
