package org.ophiura.sim.mujoco;

import org.ophiura.mujoco.Mujoco;

/** The SI units of MuJoCo's sensors. */
final class SensorUnits {
  private SensorUnits() {}

  /**
   * The unit of a sensor type's values; empty for pure numbers and where it depends on the model.
   */
  static String of(int type) {
    return switch (type) {
      case Mujoco.mjSENS_JOINTPOS, Mujoco.mjSENS_JOINTLIMITPOS -> "rad";
      case Mujoco.mjSENS_JOINTVEL,
          Mujoco.mjSENS_JOINTLIMITVEL,
          Mujoco.mjSENS_FRAMEANGVEL,
          Mujoco.mjSENS_GYRO,
          Mujoco.mjSENS_BALLANGVEL ->
          "rad/s";
      case Mujoco.mjSENS_FRAMEPOS,
          Mujoco.mjSENS_TENDONPOS,
          Mujoco.mjSENS_SUBTREECOM,
          Mujoco.mjSENS_RANGEFINDER ->
          "m";
      case Mujoco.mjSENS_FRAMELINVEL,
          Mujoco.mjSENS_TENDONVEL,
          Mujoco.mjSENS_SUBTREELINVEL,
          Mujoco.mjSENS_VELOCIMETER ->
          "m/s";
      case Mujoco.mjSENS_FRAMELINACC, Mujoco.mjSENS_ACCELEROMETER -> "m/s^2";
      case Mujoco.mjSENS_FRAMEANGACC -> "rad/s^2";
      case Mujoco.mjSENS_TOUCH, Mujoco.mjSENS_FORCE, Mujoco.mjSENS_TENDONACTFRC -> "N";
      case Mujoco.mjSENS_TORQUE, Mujoco.mjSENS_JOINTACTFRC -> "N m";
      case Mujoco.mjSENS_CLOCK -> "s";
      default -> "";
    };
  }
}
