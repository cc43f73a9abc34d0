package org.ophiura.sim.hardware.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.Allocation;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.plugin.SettingException;

final class StateSourceTest {
  private static final int JOINTS = 2;

  /** An arm that also has a way to a target. */
  private static final RobotLayout LAYOUT =
      ServoArm.layout(JOINTS)
          .withObservations(
              List.of(
                  ObservationSpec.uniform("unit_xy_direction_to_target", 4, 2, -1, 1, ""),
                  ObservationSpec.uniform("xy_distance_to_target", 6, 1, 0, 9, "m")));

  private final double[] state = new double[LAYOUT.observationSize()];

  private static FixedObservation fixed(String name, Double... values) {
    return new FixedObservation(name, List.of(values));
  }

  private static String problem(FixedObservation observation) {
    return assertThrows(SettingException.class, () -> new FixedSource(List.of(observation), LAYOUT))
        .getMessage();
  }

  @Test
  void nothingIsKnownWithoutASource() {
    assertEquals(CycleStatus.OK, StateSource.NONE.read(state));
    assertArrayEquals(new double[7], state);
    assertThrows(UnsupportedOperationException.class, () -> StateSource.NONE.placeTarget(1, 0, 0));
  }

  @Test
  void fixedValuesAreSaidForever() {
    StateSource source =
        new FixedSource(
            List.of(
                fixed("xy_distance_to_target", 1.5),
                fixed("unit_xy_direction_to_target", 0.0, -1.0)),
            LAYOUT);
    for (int i = 0; i < 2; i++) {
      assertEquals(CycleStatus.OK, source.read(state));
      assertArrayEquals(new double[] {0, 0, 0, 0, 0, -1, 1.5}, state);
      state[5] = 7;
    }
  }

  @Test
  void fixedValuesFitTheRobot() {
    assertEquals(
        "observations[0].values must be 2 numbers, as many as unit_xy_direction_to_target has, got 1",
        problem(fixed("unit_xy_direction_to_target", 1.0)));
    assertEquals(
        "observations[0].observation must be an observation of the robot, got 'xy_distance';"
            + " did you mean 'xy_distance_to_target'? Known: joint_position, joint_velocity,"
            + " unit_xy_direction_to_target, xy_distance_to_target",
        problem(fixed("xy_distance", 1.0)));
  }

  @Test
  void aSimulationBesideTheRobotGetsItsCommandsAndGivesTheRest() {
    ServoArm beside = new ServoArm(JOINTS);
    SimulatedSource source = new SimulatedSource(beside, LAYOUT, List.of("joint_position"));
    source.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
    JointCommand command = new JointCommand(JOINTS);
    command.set(1, 0.4);
    source.commanded(command);
    assertEquals(CycleStatus.OK, source.read(state));
    assertEquals(0, state[1], "the servos measure positions themselves");
    assertEquals(0.2 / ServoArm.PERIOD_SECONDS, state[3], 1e-9, "a velocity");
    assertEquals(0.2, source.simulated().get(1), "for comparing");
    source.close();
    assertThrows(IllegalStateException.class, beside::state);
  }

  @Test
  void aSimulationThatBreaksDownIsNoSourceAnyMore() {
    ServoArm beside = new ServoArm(JOINTS);
    SimulatedSource source = new SimulatedSource(beside, LAYOUT, List.of());
    beside.answer(CycleStatus.DIVERGED);
    source.commanded(new JointCommand(JOINTS));
    assertEquals(CycleStatus.FAULT, source.read(state));
    source.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
    assertEquals(CycleStatus.OK, source.read(state));
  }

  @Test
  void readingAllocatesNothing() {
    StateSource fixed = new FixedSource(List.of(fixed("xy_distance_to_target", 1.5)), LAYOUT);
    SimulatedSource simulated = new SimulatedSource(new ServoArm(JOINTS), LAYOUT, List.of());
    JointCommand command = new JointCommand(JOINTS);
    long bytes =
        Allocation.bytes(
            1000,
            () -> {
              fixed.read(state);
              simulated.read(state);
              simulated.commanded(command);
            });
    assertEquals(0, bytes);
  }
}
