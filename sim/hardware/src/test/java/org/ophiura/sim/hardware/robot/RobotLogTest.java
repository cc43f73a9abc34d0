package org.ophiura.sim.hardware.robot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.Allocation;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.VirtualClock;
import org.ophiura.sim.hardware.log.LogContent;
import org.ophiura.sim.hardware.log.LoggedTicks;
import org.ophiura.sim.hardware.log.Replay;
import org.ophiura.sim.hardware.log.TickLog;
import org.ophiura.sim.hardware.log.TickRecord;
import org.ophiura.sim.hardware.safety.StopReason;
import org.ophiura.sim.hardware.source.StateSource;

/** What is kept of the ticks of a robot, on virtual time. */
final class RobotLogTest {
  private static final int JOINTS = 3;
  private static final double PERIOD = 0.01;
  private static final long MILLI = 1_000_000;

  @TempDir private Path folder;

  private final VirtualClock clock = new VirtualClock(1_000);
  private final FakeServos servos = new FakeServos(JOINTS, clock, PERIOD);
  private final JointCommand command = new JointCommand(JOINTS);
  private final RobotLayout layout = ServoArm.layout(JOINTS);

  private HardwarePlant plant() {
    return new HardwarePlant(
        new HardwareParts(
            servos,
            layout,
            RobotSettings.DEFAULT,
            actuator -> true,
            StateSource.NONE,
            List.of(),
            clock));
  }

  @Test
  void aLogOfARunIsReplayedBitForBit() throws Exception {
    Path path = folder.resolve("run.mcap");
    LogContent content = LogContent.of(layout, PERIOD, RobotLog.extras(JOINTS));
    HardwarePlant plant = plant();
    try (TickLog log = new TickLog(path, content, Map.of(), 512, clock.nanos(), 0)) {
      RobotLog robotLog = new RobotLog(log);
      plant.logTo(robotLog);
      Controller controller = robotLog.noting(new Sweep());
      for (int episode = 0; episode < 2; episode++) {
        plant.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
        controller.reset(plant.state(), new SplittableRandom(episode));
        for (int i = 0; i < 100; i++) {
          clock.pass(MILLI);
          controller.update(plant.state(), PERIOD, command);
          assertEquals(CycleStatus.OK, plant.step(command));
        }
      }
      servos.temperature = 70;
      assertEquals(CycleStatus.FAULT, plant.step(command));
      plant.step(command);
    }
    try (LoggedTicks ticks = new LoggedTicks(path)) {
      List<Double> loads = new ArrayList<>();
      Replay.Outcome outcome =
          Replay.run(
              ticks,
              new Sweep(),
              SplittableRandom::new,
              (tick, again) -> loads.add(tick.extra(0, 2)));
      assertTrue(outcome.same());
      assertEquals(200, outcome.compared());
      assertEquals(0.1, loads.get(150));
    }
    try (LoggedTicks ticks = new LoggedTicks(path)) {
      TickRecord end = ticks.next().orElseThrow();
      for (Optional<TickRecord> next = ticks.next(); next.isPresent(); next = ticks.next()) {
        end = next.get();
      }
      assertEquals(201, end.sequence());
      assertFalse(end.updated(), "the last two ticks had no controller");
      assertEquals(StopReason.HOT_SERVO.code(), end.stop());
    }
  }

  /** Sweeps to and fro with a bit of chance, from where the joints are. */
  private static final class Sweep implements Controller {
    private RandomGenerator random = new SplittableRandom(0);
    private double phase;

    @Override
    public void reset(PlantState initial, RandomGenerator newRandom) {
      random = newRandom;
      phase = 0;
    }

    @Override
    public void update(PlantState state, double periodSeconds, JointCommand out) {
      phase += periodSeconds * random.nextDouble(2, 8);
      for (int i = 0; i < out.size(); i++) {
        out.set(i, 0.5 * state.get(i) + 0.3 * Math.sin(phase + i));
      }
    }
  }

  @Test
  void aStepAllocatesNothing() throws Exception {
    LogContent content = LogContent.of(layout, PERIOD, RobotLog.extras(JOINTS));
    HardwarePlant plant = plant();
    plant.reset(ResetSpec.ORIGIN, new SplittableRandom(1));
    try (TickLog log =
        new TickLog(folder.resolve("lean.mcap"), content, Map.of(), 1024, clock.nanos(), 0)) {
      RobotLog robotLog = new RobotLog(log);
      plant.logTo(robotLog);
      Controller controller = robotLog.noting(new Sweep());
      controller.reset(plant.state(), new SplittableRandom(1));
      long bytes =
          Allocation.bytes(
              200,
              () -> {
                clock.pass(MILLI);
                controller.update(plant.state(), PERIOD, command);
                plant.step(command);
              });
      assertEquals(0, bytes, "bytes in 200 steps");
      assertTrue(plant.safety().active());
    }
  }
}
