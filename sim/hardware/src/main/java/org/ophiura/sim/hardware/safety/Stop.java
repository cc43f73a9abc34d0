package org.ophiura.sim.hardware.safety;

import org.ophiura.sim.RobotLayout;

/**
 * One stop.
 *
 * @param reason why
 * @param actuator index of the actuator that gave cause; {@link #WHOLE_ROBOT} where none did
 * @param value what was measured or commanded there, in the unit of the reason; NaN where that does
 *     not apply
 */
public record Stop(StopReason reason, int actuator, double value) {
  /** The {@link #actuator} of a stop that no single actuator gave cause for. */
  public static final int WHOLE_ROBOT = -1;

  /** A stop that no single actuator gave cause for. */
  public Stop(StopReason reason) {
    this(reason, WHOLE_ROBOT, Double.NaN);
  }

  /** The whole story in one sentence, with the name of the actuator. */
  public String sentence(RobotLayout layout) {
    if (actuator == WHOLE_ROBOT) {
      return "safe stop: " + reason.sentence();
    }
    String name = layout.actuators().get(actuator).name();
    boolean told = !Double.isNaN(value) || reason.isNotFinite();
    return "safe stop: "
        + reason.sentence()
        + " ("
        + name
        + (told ? ": " + value + reason.unit() : "")
        + ")";
  }
}
