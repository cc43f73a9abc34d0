package org.ophiura.app.robot;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.ophiura.app.trial.Rig;
import org.ophiura.app.trial.Trial;
import org.ophiura.learning.DecidingController;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EpisodeClock;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;
import org.ophiura.sim.plugin.SettingException;

/**
 * A robot's trial whose controller carries out the actions that it is given: a step lasts from one
 * of its decisions to the next. An episode that diverges is truncated; {@link #status} says so.
 */
final class RobotEnvironment implements Environment {
  private final Trial trial;
  private final Rig rig;
  private final RobotView view;
  private final Spaces spaces;
  private final EpisodeClock clock;
  private final int ticks;

  private int action;
  private double reward;
  private CycleStatus status = CycleStatus.OK;

  /**
   * Takes over the trial: closing the environment closes it.
   *
   * @throws SettingException if its controller makes no choices, or several agents make them
   */
  RobotEnvironment(Trial trial, List<String> observations) {
    this.trial = trial;
    rig = trial.newRig();
    try {
      DecidingController controller =
          rig.decider()
              .filter(deciding -> deciding.agentCount() == 1)
              .orElseThrow(
                  () ->
                      new SettingException(
                          "controller.type",
                          "must be a controller with one agent that chooses, such as leading-arm,"
                              + " got "
                              + trial.settings().controller().orElseThrow().plugin().id()));
      controller.usePolicy((state, random) -> action);
      ticks = controller.decisionPeriodTicks();
      view = new RobotView(trial.layout(), observations);
      spaces =
          new Spaces(
              view.space(),
              new Space.Discrete(
                  IntStream.range(0, controller.actionCount())
                      .mapToObj(controller::actionName)
                      .toList()));
      clock = new EpisodeClock(0, spaces.actions().count());
    } catch (RuntimeException e) {
      rig.close();
      throw e;
    }
  }

  @Override
  public Spaces spaces() {
    return spaces;
  }

  @Override
  public void reset(RandomGenerator random) {
    rig.beginStepping(random);
    reward = 0;
    status = CycleStatus.OK;
    clock.begin();
  }

  @Override
  public void step(int chosen) {
    clock.check(chosen);
    action = chosen;
    double before = rig.totalReward();
    for (int tick = 0; tick < ticks && status == CycleStatus.OK && !rig.over(); tick++) {
      status = rig.step();
    }
    reward = rig.totalReward() - before;
    clock.count(over());
  }

  @Override
  public void observe(double[] out) {
    view.look(rig.state(), out);
  }

  @Override
  public int state() {
    throw new UnsupportedOperationException(
        "a robot's observations are vectors; read them with observe");
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return rig.steps() > 0 && status == CycleStatus.OK && rig.task().terminated();
  }

  @Override
  public boolean truncated() {
    return status != CycleStatus.OK || rig.steps() >= rig.stepLimit();
  }

  @Override
  public boolean succeeded() {
    return status == CycleStatus.OK && rig.steps() > 0 && rig.task().succeeded();
  }

  @Override
  public CycleStatus status() {
    return status;
  }

  @Override
  public double secondsPerStep() {
    return ticks * rig.plant().controlPeriodSeconds();
  }

  @Override
  public String text() {
    return String.format(
        Locale.ROOT,
        "%.2f s, return %.3f, %s leads",
        rig.steps() * rig.plant().controlPeriodSeconds(),
        rig.totalReward(),
        spaces.actions().names().get(action));
  }

  @Override
  public void close() {
    rig.close();
    trial.close();
  }
}
