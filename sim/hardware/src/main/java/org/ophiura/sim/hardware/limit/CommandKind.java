package org.ophiura.sim.hardware.limit;

import java.util.List;
import org.ophiura.sim.ActuatorSpec;

/** What a command of an actuator means, which decides how it is limited. */
public enum CommandKind {
  /** Where the joint shall be. */
  POSITION,
  /** How fast it shall move. */
  VELOCITY,
  /** What shall push or pull at it. */
  EFFORT,
  /** Something else. */
  OTHER;

  private static final List<String> POSITIONS = List.of("rad", "m");
  private static final List<String> VELOCITIES = List.of("rad/s", "m/s");
  private static final List<String> EFFORTS = List.of("N m", "N");

  /** What the unit of an actuator says. */
  public static CommandKind of(ActuatorSpec actuator) {
    if (POSITIONS.contains(actuator.unit())) {
      return POSITION;
    }
    if (VELOCITIES.contains(actuator.unit())) {
      return VELOCITY;
    }
    return EFFORTS.contains(actuator.unit()) ? EFFORT : OTHER;
  }
}
