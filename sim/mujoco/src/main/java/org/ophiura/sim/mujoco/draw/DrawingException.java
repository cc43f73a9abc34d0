package org.ophiura.sim.mujoco.draw;

import java.util.Objects;

/** Nothing can be drawn: for want of a graphics driver, or because of what was asked for. */
public final class DrawingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DrawingException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** What is missing on this machine, and how it is installed. */
  static DrawingException noDriver(String reason) {
    return new DrawingException(
        "drawing needs a graphics driver that works without a display ("
            + reason
            + "); Debian, Ubuntu: sudo apt install libegl1 libgl1-mesa-dri");
  }
}
