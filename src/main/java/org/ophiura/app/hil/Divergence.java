package org.ophiura.app.hil;

import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;

/**
 * How far the joints of a robot and of the simulation beside it are apart. The loop's thread
 * compares and allocates nothing; anybody may look at the latest.
 */
final class Divergence {
  private final PlantState shadow;
  private final int first;
  private final int joints;
  private long ticks;
  private double sum;
  private double greatest;
  private volatile double latest;

  Divergence(PlantState shadow, RobotLayout layout) {
    this.shadow = shadow;
    ObservationSpec positions = layout.findObservation("joint_position").orElseThrow();
    first = positions.offset();
    joints = positions.size();
  }

  /** Compares once. */
  void compare(PlantState robot) {
    double squares = 0;
    for (int i = first; i < first + joints; i++) {
      double apart = robot.get(i) - shadow.get(i);
      squares += apart * apart;
      greatest = Math.max(greatest, Math.abs(apart));
    }
    ticks++;
    sum += squares / joints;
    latest = Math.sqrt(squares / joints);
  }

  /** Root mean square over the joints, now (rad). */
  double latest() {
    return latest;
  }

  /** Root mean square over joints and ticks (rad). */
  double overall() {
    return ticks == 0 ? 0 : Math.sqrt(sum / ticks);
  }

  /** The most that any joint was away at any tick (rad). */
  double greatest() {
    return greatest;
  }
}
