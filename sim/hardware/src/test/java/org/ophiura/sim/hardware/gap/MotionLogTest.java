package org.ophiura.sim.hardware.gap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.log.LogContent;
import org.ophiura.sim.hardware.log.LoggedTicks;
import org.ophiura.sim.hardware.log.TickLog;
import org.ophiura.sim.hardware.log.TickRecord;
import org.ophiura.sim.hardware.mcap.McapFormatException;
import org.ophiura.sim.hardware.robot.RobotLog;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.timing.TickTiming;

final class MotionLogTest {
  private static final int JOINTS = 2;
  private static final int TICKS = 30;
  private static final long PERIOD_NANOS = 10_000_000;

  @TempDir private Path folder;

  /** What happens in a tick; by default all is well. */
  private interface Event {
    void change(TickRecord record, TickTiming timing, int tick);
  }

  /** In tick t, joint j is at t + j / 10, gets the command -t - j / 10, and gives a load of j. */
  private Path written(Event event) throws IOException {
    Path path = folder.resolve("log.mcap");
    LogContent content =
        LogContent.of(ServoArm.layout(JOINTS), ServoArm.PERIOD_SECONDS, RobotLog.extras(JOINTS));
    JointCommand command = new JointCommand(JOINTS);
    TickTiming timing = new TickTiming();
    try (TickLog log = new TickLog(path, content, Map.of(), TICKS, 0, 0)) {
      for (int tick = 0; tick < TICKS; tick++) {
        TickRecord record = Objects.requireNonNull(log.claim());
        record.setController(0, tick == 0, true);
        record.setState(state(tick));
        record.setStatus(CycleStatus.OK, SafetyState.ACTIVE, null);
        for (int joint = 0; joint < JOINTS; joint++) {
          command.set(joint, -tick - joint / 10.0);
          record.setExtra(0, joint, joint);
          record.setExtra(3, joint, 0);
        }
        record.setCommand(command);
        record.setApplied(command);
        timing.set(tick, tick * PERIOD_NANOS, 0, 0, 0, 0);
        event.change(record, timing, tick);
        record.setTiming(timing);
        log.commit();
      }
    }
    return path;
  }

  private static PlantState state(int tick) {
    return new PlantState() {
      @Override
      public double timeSeconds() {
        return tick * ServoArm.PERIOD_SECONDS;
      }

      @Override
      public double get(int index) {
        return index < JOINTS ? tick + index / 10.0 : 100 + index;
      }
    };
  }

  private static MotionLog read(Path path, Optional<RobotLayout> layout) throws IOException {
    try (LoggedTicks ticks = new LoggedTicks(path)) {
      return MotionLog.read(ticks, layout);
    }
  }

  private MotionLog read(Event event) throws IOException {
    return read(written(event), Optional.of(ServoArm.layout(JOINTS)));
  }

  private static List<Integer> lengths(MotionLog log) {
    return log.stretches().stream().map(Stretch::ticks).toList();
  }

  @Test
  void everythingOfAJointIsFound() throws IOException {
    MotionLog log = read((record, timing, tick) -> {});
    assertEquals(List.of("joint-0", "joint-1"), log.joints());
    assertEquals(ServoArm.PERIOD_SECONDS, log.periodSeconds());
    assertEquals(List.of(TICKS), lengths(log));
    Stretch stretch = log.stretches().get(0);
    assertEquals(7.1, stretch.position(1, 7));
    assertEquals(-7.1, stretch.command(1, 7));
    assertEquals(103, stretch.velocity(1, 7));
    assertEquals(1, stretch.load(1, 7));
  }

  @Test
  void jointsAreFoundByTheNameOfTheirActuators() throws IOException {
    RobotLayout arm = ServoArm.layout(JOINTS);
    List<ActuatorSpec> crossed =
        List.of(
            new ActuatorSpec("servo-0", "joint-1", -1, 1, "rad"),
            new ActuatorSpec("servo-1", "joint-0", -1, 1, "rad"));
    RobotLayout layout = new RobotLayout("arm", arm.joints(), crossed, arm.observations());
    MotionLog log = read(written((record, timing, tick) -> {}), Optional.of(layout));
    assertEquals(List.of("joint-1", "joint-0"), log.joints());
    assertEquals(7.1, log.stretches().get(0).position(0, 7));
    assertEquals(-7.0, log.stretches().get(0).command(0, 7));
  }

  @Test
  void logIsEnoughWithoutALayout() throws IOException {
    MotionLog log = read(written((record, timing, tick) -> {}), Optional.empty());
    assertEquals(List.of("servo-0", "servo-1"), log.joints());
    assertEquals(7.1, log.stretches().get(0).position(1, 7));
  }

  @Test
  void stretchEndsWhereTheRobotIsNotDriven() throws IOException {
    assertEquals(
        List.of(10, 18),
        lengths(
            read(
                (record, timing, tick) -> {
                  if (tick == 10) {
                    record.setStatus(CycleStatus.FAULT, SafetyState.ACTIVE, null);
                  } else if (tick == 11) {
                    record.setStatus(CycleStatus.OK, SafetyState.INACTIVE, null);
                  }
                })));
  }

  @Test
  void stretchEndsWhereNobodyWasAsked() throws IOException {
    assertEquals(
        List.of(10, 19),
        lengths(read((record, timing, tick) -> record.setController(0, false, tick != 10))));
  }

  @Test
  void stretchEndsWhereATickIsLate() throws IOException {
    long late = PERIOD_NANOS * 6 / 10;
    assertEquals(
        List.of(10, 20),
        lengths(
            read(
                (record, timing, tick) ->
                    timing.set(tick, tick * PERIOD_NANOS + (tick < 10 ? 0 : late), 0, 0, 0, 0))));
  }

  @Test
  void stretchEndsWhereTicksWereSkipped() throws IOException {
    assertEquals(
        List.of(10, 20),
        lengths(
            read(
                (record, timing, tick) ->
                    timing.set(tick < 10 ? tick : tick + 1, tick * PERIOD_NANOS, 0, 0, 0, 0))));
  }

  @Test
  void oldMeasurementIsNone() throws IOException {
    Stretch stretch =
        read((record, timing, tick) -> record.setExtra(3, 1, tick == 10 ? 1 : 0))
            .stretches()
            .get(0);
    assertTrue(Double.isNaN(stretch.position(1, 10)));
    assertTrue(Double.isNaN(stretch.velocity(1, 10)));
    assertTrue(Double.isNaN(stretch.load(1, 10)));
    assertEquals(-10.1, stretch.command(1, 10));
    assertEquals(10, stretch.position(0, 10));
  }

  @Test
  void partsOfALogAreTheWholeWithoutATickTwice() throws IOException {
    MotionLog log = read((record, timing, tick) -> record.setController(0, false, tick != 10));
    assertEquals(List.of(10, 10), lengths(log.first(0.7)));
    assertEquals(List.of(9), lengths(log.rest(0.7)));
    assertEquals(20, log.first(0.7).stretches().get(1).position(0, 9));
    assertEquals(21, log.rest(0.7).stretches().get(0).position(0, 0));
    assertEquals(List.of(10, 19), lengths(log.first(1)));
    assertEquals(List.of(), lengths(log.rest(1)));
  }

  @Test
  void logOfAnotherRobotIsRefused() throws IOException {
    Path path = written((record, timing, tick) -> {});
    McapFormatException refused =
        assertThrows(
            McapFormatException.class, () -> read(path, Optional.of(ServoArm.layout(JOINTS + 1))));
    assertTrue(refused.getMessage().contains("another robot"), refused.getMessage());
  }

  @Test
  void robotWhoseJointsAreNotMeasuredIsRefused() throws IOException {
    Path path = folder.resolve("blind.mcap");
    RobotLayout blind =
        new RobotLayout(
            "blind",
            List.of(new JointSpec("joint", -1, 1)),
            List.of(new ActuatorSpec("servo", "joint", -1, 1, "rad")),
            List.of(ObservationSpec.uniform("disk_position", 0, 3, -1, 1, "m")));
    LogContent content = LogContent.of(blind, 0.01, List.of());
    new TickLog(path, content, Map.of(), 1, 0, 0).close();
    McapFormatException refused =
        assertThrows(McapFormatException.class, () -> read(path, Optional.empty()));
    assertTrue(refused.getMessage().contains("joint_position"), refused.getMessage());
  }
}
