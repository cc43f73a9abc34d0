package org.ophiura.sim.hardware.robot;

import java.util.List;
import java.util.Optional;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.source.StateSource;

/** The state of a robot of servos: what they measure, and what a source knows of the rest. */
final class RobotState implements PlantState {
  /** What servos measure. */
  static final List<String> MEASURED = List.of("joint_position", "joint_velocity");

  private static final int NOWHERE = -1;

  private final double[] values;
  private final int[] positions;
  private final int[] velocities;
  private double seconds;
  private boolean closed;

  RobotState(RobotLayout layout) {
    values = new double[layout.observationSize()];
    positions = indices(layout, MEASURED.get(0));
    velocities = indices(layout, MEASURED.get(1));
  }

  /** Where the state has an observation of the joint of each actuator. */
  private static int[] indices(RobotLayout layout, String name) {
    Optional<ObservationSpec> observation = layout.findObservation(name);
    return layout.actuators().stream()
        .mapToInt(
            actuator ->
                observation
                    .map(found -> found.offset() + layout.jointIndex(actuator.joint()))
                    .orElse(NOWHERE))
        .toArray();
  }

  /** Takes over the measurements of a cycle. */
  CycleStatus refresh(double newSeconds, Readings readings, StateSource source) {
    seconds = newSeconds;
    CycleStatus status = source.read(values);
    for (int i = 0; i < positions.length; i++) {
      put(positions[i], readings.position(i));
      put(velocities[i], readings.velocity(i));
    }
    return status;
  }

  private void put(int index, double value) {
    if (index != NOWHERE) {
      values[index] = value;
    }
  }

  void close() {
    closed = true;
  }

  boolean closed() {
    return closed;
  }

  void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the robot is closed");
    }
  }

  @Override
  public double timeSeconds() {
    checkOpen();
    return seconds;
  }

  @Override
  public double get(int index) {
    checkOpen();
    return values[index];
  }
}
