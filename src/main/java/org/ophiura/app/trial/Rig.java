package org.ophiura.app.trial;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.TimeLimit;

/**
 * One plant with its task and controller: what one thread needs to run episodes. What an episode
 * gives does not depend on those that ran on the same rig before.
 */
public final class Rig implements AutoCloseable {
  private final Plant plant;
  private final Task task;
  private final Controller controller;
  private final JointCommand command;
  private final SensedState state;
  private final int stepLimit;
  private final int decisionTicks;

  private double totalReward;
  private int steps;

  /**
   * Takes over the plant: closing the rig closes it.
   *
   * @param layout the plant's, with what the task adds to it
   */
  Rig(Plant plant, RobotLayout layout, Task task, Controller controller) {
    this.plant = plant;
    this.task = task;
    this.controller = controller;
    command = new JointCommand(layout);
    int own = plant.layout().observationSize();
    state = new SensedState(plant.state(), own, layout.observationSize() - own);
    decisionTicks = decider().map(DecidingController::decisionPeriodTicks).orElse(1);
    stepLimit = TimeLimit.steps(task.timeLimitSeconds(), plant.controlPeriodSeconds());
  }

  /** The plant. */
  public Plant plant() {
    return plant;
  }

  /** What the controller sees, live: the plant's state with what the task adds to it. */
  public PlantState state() {
    return state;
  }

  /** The task. */
  public Task task() {
    return task;
  }

  /** The controller. */
  public Controller controller() {
    return controller;
  }

  /** The controller, if it chooses among actions by a policy. */
  public Optional<DecidingController> decider() {
    return controller instanceof DecidingController deciding
        ? Optional.of(deciding)
        : Optional.empty();
  }

  /** Control steps after which an episode is truncated. */
  public int stepLimit() {
    return stepLimit;
  }

  /** Runs an episode under the controller as it is. */
  EpisodeResult run(
      EpisodeKind kind, int episode, RandomStreams streams, EpisodeListener listener) {
    begin(kind, episode, streams, listener);
    return result(kind, episode, loop(listener), DecisionCount.NOTHING);
  }

  /** Runs an episode in which {@code policy} makes the decisions of the controller. */
  EpisodeResult run(
      EpisodeKind kind,
      int episode,
      RandomStreams streams,
      Policy policy,
      EpisodeListener listener) {
    DecidingController deciding = decider().orElseThrow();
    DecisionCount counted =
        new DecisionCount(policy, deciding.indexer().stateCount(), deciding.actionCount());
    Policy own = deciding.policy();
    deciding.usePolicy(counted);
    try {
      begin(kind, episode, streams, listener);
      return result(kind, episode, loop(listener), counted);
    } finally {
      deciding.usePolicy(own);
    }
  }

  private void begin(
      EpisodeKind kind, int episode, RandomStreams streams, EpisodeListener listener) {
    plant.reset(task.start(kind.start(streams, episode)), kind.noise(streams, episode));
    state.refresh(task);
    task.begin(state);
    RandomGenerator choice = kind.choice(streams, episode);
    controller.reset(state, choice);
    totalReward = 0;
    steps = 0;
    listener.began(state);
  }

  /** The control loop: everything that happens between the reset and the end of an episode. */
  private CycleStatus loop(EpisodeListener listener) {
    double period = plant.controlPeriodSeconds();
    while (true) {
      controller.update(state, period, command);
      CycleStatus status = plant.step(command);
      if (status == CycleStatus.DIVERGED || status == CycleStatus.FAULT) {
        return status;
      }
      state.refresh(task);
      task.observe(state);
      double reward = task.reward();
      if (steps % decisionTicks == 0) {
        reward += task.decisionReward();
      }
      totalReward += reward;
      steps++;
      listener.stepped(state, command, reward);
      if (task.terminated() || steps >= stepLimit) {
        return CycleStatus.OK;
      }
      Optional<Position> target = task.nextTarget();
      if (target.isPresent()) {
        plant.placeTarget(target.get().x(), target.get().y(), target.get().z());
      }
    }
  }

  private EpisodeResult result(
      EpisodeKind kind, int episode, CycleStatus status, DecisionCount decisions) {
    return new EpisodeResult(
        kind,
        episode,
        totalReward,
        steps,
        steps * plant.controlPeriodSeconds(),
        status == CycleStatus.OK && task.succeeded(),
        status,
        decisions);
  }

  @Override
  public void close() {
    plant.close();
  }
}
