package org.ophiura.sim.hardware.safety;

import java.util.random.RandomGenerator;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.hardware.limit.CommandLimiter;
import org.ophiura.sim.hardware.limit.Limits;

/**
 * Any plant behind the limits and the stop of a robot of servos: what passes here in simulation
 * passes there. Commands that do not pass are answered by {@link CycleStatus#FAULT} and not
 * stepped.
 *
 * <p>A reset starts an episode at the joints' positions. Whether it also takes back a latched stop
 * is said at construction: in a simulation each episode is a new start, beside a real robot only
 * somebody's explicit wish is.
 */
public final class SafePlant implements Plant {
  private final Plant plant;
  private final int actuators;
  private final CommandLimiter limiter;
  private final SafetySwitch safety;
  private final boolean episodesTakeBackStops;
  private final int refusable;
  private final JointCommand passing;
  private int refused;

  private SafePlant(
      Plant plant, SafetySettings settings, SafetySwitch safety, boolean episodesTakeBackStops) {
    this.plant = plant;
    actuators = plant.layout().actuators().size();
    limiter =
        new CommandLimiter(
            Limits.of(settings.limits(), plant.layout()), plant.controlPeriodSeconds());
    this.safety = safety;
    this.episodesTakeBackStops = episodesTakeBackStops;
    refusable = settings.refusedCommands();
    passing = new JointCommand(actuators);
    safety.configure();
    start();
  }

  /**
   * Guards a simulation, which is active from the start; a reset takes back a stop. Takes over the
   * plant: closing this closes it.
   *
   * @throws org.ophiura.sim.plugin.SettingException if the robot cannot be held to the settings
   */
  public static SafePlant simulated(Plant plant, SafetySettings settings) {
    return new SafePlant(plant, settings, new SafetySwitch(), true);
  }

  /**
   * Guards a robot whose stops others may cause too, and only they take back: {@code
   * safety.reset()}, then a reset of the plant makes it active again.
   *
   * @throws org.ophiura.sim.plugin.SettingException if the robot cannot be held to the settings
   */
  public static SafePlant latched(Plant plant, SafetySettings settings, SafetySwitch safety) {
    return new SafePlant(plant, settings, safety, false);
  }

  /** The state of the robot, which anybody may stop. */
  public SafetySwitch safety() {
    return safety;
  }

  /** What the limits did to the last command. */
  public CommandLimiter limiter() {
    return limiter;
  }

  @Override
  public RobotLayout layout() {
    return plant.layout();
  }

  @Override
  public double controlPeriodSeconds() {
    return plant.controlPeriodSeconds();
  }

  @Override
  public Plant innermost() {
    return plant.innermost();
  }

  @Override
  public PlantState state() {
    return plant.state();
  }

  @Override
  public void reset(ResetSpec spec, RandomGenerator random) {
    plant.reset(spec, random);
    if (episodesTakeBackStops) {
      safety.reset();
    }
    start();
  }

  private void start() {
    refused = 0;
    if (safety.state() == SafetyState.SAFE_STOP) {
      return;
    }
    if (limiter.start(plant.state()) == CommandLimiter.Verdict.PASSED) {
      safety.activate();
    } else {
      stop(StopReason.MEASUREMENT_NOT_FINITE);
    }
  }

  @Override
  public CycleStatus step(JointCommand command) {
    PlantState state = plant.state();
    if (command.size() != actuators) {
      throw new IllegalArgumentException(
          "a command must have " + actuators + " values, got " + command.size());
    }
    if (!safety.active()) {
      return CycleStatus.FAULT;
    }
    switch (limiter.limit(command, state, passing)) {
      case PASSED -> {
        refused = 0;
        return plant.step(passing);
      }
      case NOT_FINITE -> {
        refused++;
        if (refused >= refusable) {
          stop(StopReason.COMMAND_NOT_FINITE);
        }
      }
      case NOT_MEASURED -> stop(StopReason.MEASUREMENT_NOT_FINITE);
      case OVERLOADED -> stop(StopReason.OVERLOADED_SERVO);
    }
    return CycleStatus.FAULT;
  }

  private void stop(StopReason reason) {
    safety.stop(new Stop(reason, limiter.culprit(), limiter.culpritValue()));
  }

  @Override
  public void placeTarget(double x, double y, double z) {
    plant.placeTarget(x, y, z);
  }

  @Override
  public void close() {
    plant.close();
  }
}
