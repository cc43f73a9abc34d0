package org.ophiura.sim.hardware.robot;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.hardware.limit.CommandLimiter;
import org.ophiura.sim.hardware.log.LogContent;
import org.ophiura.sim.hardware.log.TickLog;
import org.ophiura.sim.hardware.log.TickRecord;
import org.ophiura.sim.hardware.safety.SafetySwitch;
import org.ophiura.sim.hardware.safety.Stop;
import org.ophiura.sim.hardware.timing.TickTiming;

/**
 * Puts a tick of a robot together from its two halves: what the controller saw and wanted, and what
 * became of it. Belongs to the loop's thread; allocates nothing.
 */
public final class RobotLog {
  /** What is kept of servos besides what the controller sees. */
  private static final int LOAD = 0;

  private static final int TEMPERATURE = 1;
  private static final int VOLTAGE = 2;
  private static final int AGE = 3;

  private final TickLog log;
  private @Nullable TickRecord open;
  private boolean noted;

  /** Writes to a log that was begun with the {@link #extras} of its robot. */
  public RobotLog(TickLog log) {
    this.log = log;
  }

  /** What a log keeps of servos besides what the controller sees. */
  public static List<LogContent.Part> extras(int servos) {
    return List.of(
        new LogContent.Part("servo_load", servos),
        new LogContent.Part("servo_temperature", servos),
        new LogContent.Part("servo_voltage", servos),
        new LogContent.Part("servo_age", servos));
  }

  /**
   * Notes what the controller was asked: after it has answered, before the plant is stepped.
   *
   * @param episode index of the episode, from 0
   * @param first whether the controller was reset to this state
   * @param state what it saw. Not modified.
   * @param command what it wants. Not modified.
   */
  public void decided(int episode, boolean first, PlantState state, JointCommand command) {
    open = log.claim();
    noted = true;
    if (open != null) {
      open.setController(episode, first, true);
      open.setState(state);
      open.setCommand(command);
    }
  }

  /** A controller whose decisions are noted here. */
  public Controller noting(Controller controller) {
    return new Noting(controller);
  }

  private final class Noting implements Controller {
    private final Controller controller;
    private int episode = -1;
    private boolean first;

    Noting(Controller controller) {
      this.controller = controller;
    }

    @Override
    public void reset(PlantState initial, RandomGenerator random) {
      controller.reset(initial, random);
      episode++;
      first = true;
    }

    @Override
    public void update(PlantState state, double periodSeconds, JointCommand out) {
      controller.update(state, periodSeconds, out);
      decided(episode, first, state, out);
      first = false;
    }
  }

  /** Completes the tick and hands it over. */
  void ticked(
      TickTiming timing,
      CycleStatus status,
      SafetySwitch safety,
      JointCommand applied,
      CommandLimiter limiter,
      Readings readings) {
    if (!noted) {
      open = log.claim();
      if (open != null) {
        open.clear();
      }
    }
    noted = false;
    TickRecord record = open;
    if (record == null) {
      return;
    }
    record.setTiming(timing);
    Optional<Stop> stop = safety.stop();
    record.setStatus(status, safety.state(), stop.isPresent() ? stop.get().reason() : null);
    record.setApplied(applied);
    for (int i = 0; i < readings.size(); i++) {
      record.setLimits(i, limiter.applied(i));
      record.setExtra(LOAD, i, readings.load(i));
      record.setExtra(TEMPERATURE, i, readings.temperature(i));
      record.setExtra(VOLTAGE, i, readings.voltage(i));
      record.setExtra(AGE, i, readings.age(i));
    }
    open = null;
    log.commit();
  }
}
