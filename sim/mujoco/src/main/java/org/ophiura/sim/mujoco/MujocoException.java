package org.ophiura.sim.mujoco;

/**
 * A model that MuJoCo refuses, or that lacks what is asked of it: a user's mistake, told with the
 * file and, where MuJoCo names it, the line.
 */
public final class MujocoException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  MujocoException(String message) {
    super(message);
  }
}
