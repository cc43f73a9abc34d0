package org.ophiura.sim.hardware.log;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.hardware.ServoArm;
import org.ophiura.sim.hardware.limit.CommandLimiter;
import org.ophiura.sim.hardware.limit.LimitSettings;
import org.ophiura.sim.hardware.limit.Limits;
import org.ophiura.sim.hardware.safety.SafetyState;
import org.ophiura.sim.hardware.timing.TickTiming;

/** A loop that logs, in short: an arm under a controller with a memory and with randomness. */
final class LoggedLoop {
  static final int JOINTS = 3;
  static final int EPISODE_TICKS = 100;
  static final long SEED = 7;

  /** When the first tick begins, on the loop's clock. */
  static final long BEGIN_NANOS = 5_000_000_000L;

  private static final long PERIOD_NANOS = 10_000_000;

  private final ServoArm arm = new ServoArm(JOINTS);
  private final CommandLimiter limiter =
      new CommandLimiter(Limits.of(LimitSettings.DEFAULT, arm.layout()), ServoArm.PERIOD_SECONDS);
  private final JointCommand command = new JointCommand(JOINTS);
  private final JointCommand applied = new JointCommand(JOINTS);
  private final TickTiming timing = new TickTiming();
  private final Wanderer controller;
  private int tick;

  LoggedLoop(double gain) {
    controller = new Wanderer(gain);
    limiter.start(arm.state());
  }

  /** Goes on from its last command by chance, and back to where the joint is. */
  static final class Wanderer implements Controller {
    private final double gain;
    private final double[] memory = new double[JOINTS];
    private RandomGenerator random = new SplittableRandom(0);

    Wanderer(double gain) {
      this.gain = gain;
    }

    @Override
    public void reset(PlantState initial, RandomGenerator newRandom) {
      random = newRandom;
      for (int i = 0; i < JOINTS; i++) {
        memory[i] = initial.get(i);
      }
    }

    @Override
    public void update(PlantState state, double periodSeconds, JointCommand out) {
      for (int i = 0; i < JOINTS; i++) {
        double noise = 3 * periodSeconds * random.nextDouble(-1, 1);
        memory[i] += gain * (state.get(i) - memory[i]) + noise;
        out.set(i, memory[i] + 0 * out.get(i));
      }
    }
  }

  /** What the controller had in an episode. */
  static RandomGenerator random(int episode) {
    return new SplittableRandom(SEED + episode);
  }

  static LogContent content() {
    return LogContent.of(
        ServoArm.layout(JOINTS),
        ServoArm.PERIOD_SECONDS,
        List.of(new LogContent.Part("servo_temperature", JOINTS)));
  }

  /** Runs a tick and logs it; a new episode begins every hundred. */
  void tick(TickLog log) throws IOException {
    int episode = tick / EPISODE_TICKS;
    boolean first = tick % EPISODE_TICKS == 0;
    if (first) {
      controller.reset(arm.state(), random(episode));
    }
    controller.update(arm.state(), ServoArm.PERIOD_SECONDS, command);
    limiter.limit(command, arm.state(), applied);
    timing.set(tick, BEGIN_NANOS + tick * PERIOD_NANOS, 11, 22, 33, 44);
    TickRecord record = log.claim();
    if (record != null) {
      record.setTiming(timing);
      record.setController(episode, first, true);
      record.setState(arm.state());
      record.setCommand(command);
      record.setApplied(applied);
      record.setStatus(CycleStatus.OK, SafetyState.ACTIVE, null);
      for (int i = 0; i < JOINTS; i++) {
        record.setLimits(i, limiter.applied(i));
        record.setExtra(0, i, 30 + i + 0.1 * tick);
      }
      log.commit();
    }
    arm.step(applied);
    tick++;
  }
}
