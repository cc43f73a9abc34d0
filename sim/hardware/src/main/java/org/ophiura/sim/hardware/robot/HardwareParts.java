package org.ophiura.sim.hardware.robot;

import java.util.List;
import java.util.function.IntPredicate;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.limit.CommandKind;
import org.ophiura.sim.hardware.loop.StopSource;
import org.ophiura.sim.hardware.source.StateSource;
import org.ophiura.sim.hardware.timing.LoopClock;
import org.ophiura.sim.plugin.SettingException;

/**
 * What a {@link HardwarePlant} is made of.
 *
 * @param link the way to its servos
 * @param layout of the robot, as its simulation has it
 * @param settings how it is driven
 * @param calibrated whether sign, offset and range of an actuator's servo are known
 * @param source of what the servos do not measure
 * @param stops who else may stop the robot
 * @param clock that of the loop, and of the link's deadlines
 */
public record HardwareParts(
    HardwareLink link,
    RobotLayout layout,
    RobotSettings settings,
    IntPredicate calibrated,
    StateSource source,
    List<StopSource> stops,
    LoopClock clock) {

  /**
   * Checks that the robot has a servo for every actuator, and nothing but servos.
   *
   * @throws SettingException if not
   */
  public HardwareParts {
    stops = List.copyOf(stops);
    if (layout.actuators().size() != link.servos()) {
      throw new SettingException(
          "joints",
          "must be one for each of the robot's "
              + layout.actuators().size()
              + " actuators, got "
              + link.servos());
    }
    layout.actuators().stream()
        .filter(actuator -> CommandKind.of(actuator) != CommandKind.POSITION)
        .findFirst()
        .ifPresent(
            other -> {
              throw new SettingException(
                  "model",
                  "must have a position servo on every joint, got "
                      + other.name()
                      + ", which takes commands in "
                      + other.unit());
            });
  }
}
