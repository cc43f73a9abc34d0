package org.ophiura.app.trial;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ophiura.app.disturbance.Disturbances;
import org.ophiura.app.disturbance.Senses;
import org.ophiura.app.disturbance.TargetMoves;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.sim.Controller;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;
import org.ophiura.sim.Task;
import org.ophiura.sim.TimeLimit;
import org.ophiura.sim.plugin.SettingException;

/**
 * One plant with its task and controller: what one thread needs to run episodes. What an episode
 * gives does not depend on those that ran on the same rig before.
 */
public final class Rig implements AutoCloseable {
  private final Plant plant;
  private final Task task;
  private final JointCommand command;
  private final SensedState state;
  private final TargetMoves targetMoves;
  private final Senses senses;
  private final PlantState seen;
  private final int stepLimit;

  private Controller controller;
  private int decisionTicks;
  private EpisodeListener spectator = EpisodeListener.NONE;
  private CommandListener commands = CommandListener.NONE;
  private double totalReward;
  private int steps;

  /**
   * Takes over the plant: closing the rig closes it.
   *
   * @param layout the plant's, with what the task adds to it
   * @param disturbances those of the plant itself are its own affair
   * @throws SettingException if an observation that they disturb does not exist
   */
  Rig(
      Plant plant,
      RobotLayout layout,
      Task task,
      Controller controller,
      Disturbances disturbances) {
    this.plant = plant;
    this.task = task;
    this.controller = controller;
    command = new JointCommand(layout);
    int own = plant.layout().observationSize();
    state = new SensedState(plant.state(), own, layout.observationSize() - own);
    targetMoves = disturbances.targetMoves(plant.controlPeriodSeconds());
    senses = disturbances.senses(state, layout, plant.controlPeriodSeconds());
    seen = senses.view();
    decisionTicks = decider().map(DecidingController::decisionPeriodTicks).orElse(1);
    stepLimit = TimeLimit.steps(task.timeLimitSeconds(), plant.controlPeriodSeconds());
  }

  /** The plant. */
  public Plant plant() {
    return plant;
  }

  /**
   * What the controller sees, live: the plant's state with what the task adds to it, as far as
   * nothing disturbs the sensors.
   */
  public PlantState state() {
    return seen;
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
  public EpisodeResult run(
      EpisodeKind kind, int episode, RandomStreams streams, EpisodeListener listener) {
    begin(EpisodeChance.of(kind, episode, streams), listener);
    return result(kind, episode, loop(listener), DecisionCount.NOTHING);
  }

  /** Runs an episode in which {@code policy} makes the decisions of all agents. */
  public EpisodeResult run(
      EpisodeKind kind,
      int episode,
      RandomStreams streams,
      Policy policy,
      EpisodeListener listener) {
    int agents = decider().orElseThrow().agentCount();
    return run(kind, episode, streams, Collections.nCopies(agents, policy), listener);
  }

  /** Runs an episode in which each agent of the controller decides by a policy of its own. */
  EpisodeResult run(
      EpisodeKind kind,
      int episode,
      RandomStreams streams,
      List<? extends Policy> policies,
      EpisodeListener listener) {
    DecidingController deciding = decider().orElseThrow();
    DecisionCount counted =
        new DecisionCount(deciding.indexer().stateCount(), deciding.actionCount());
    List<Policy> own = deciding.policies();
    deciding.usePolicies(policies.stream().map(counted::watch).toList());
    try {
      begin(EpisodeChance.of(kind, episode, streams), listener);
      return result(kind, episode, loop(listener), counted);
    } finally {
      deciding.usePolicies(own);
    }
  }

  private void begin(EpisodeChance chance, EpisodeListener listener) {
    ResetSpec start = targetMoves.begin(task.start(chance.start()));
    plant.reset(start, chance.noise());
    state.refresh(task);
    senses.begin(chance.sensorNoise());
    task.begin(state);
    controller.reset(seen, chance.choice());
    totalReward = 0;
    steps = 0;
    listener.began(state);
    spectator.began(state);
  }

  /** The control loop: everything that happens between the reset and the end of an episode. */
  private CycleStatus loop(EpisodeListener listener) {
    CycleStatus status = CycleStatus.OK;
    while (status == CycleStatus.OK && !over()) {
      status = step(listener);
    }
    return status;
  }

  /** One control step, from the state that is seen to the reward. */
  private CycleStatus step(EpisodeListener listener) {
    if (targetMoves.move(steps, plant)) {
      task.targetMoved();
    }
    controller.update(seen, plant.controlPeriodSeconds(), command);
    commands.decided(steps == 0, seen, command);
    CycleStatus status = plant.step(command);
    if (status == CycleStatus.DIVERGED || status == CycleStatus.FAULT) {
      return status;
    }
    state.refresh(task);
    senses.refresh();
    task.observe(state);
    double reward = task.reward();
    if (steps % decisionTicks == 0) {
      reward += task.decisionReward();
    }
    totalReward += reward;
    steps++;
    listener.stepped(state, command, reward);
    spectator.stepped(state, command, reward);
    if (!over()) {
      Optional<Position> target = task.nextTarget();
      if (target.isPresent()) {
        plant.placeTarget(target.get().x(), target.get().y(), target.get().z());
      }
    }
    return CycleStatus.OK;
  }

  /** Whether the episode has come to its end in order. */
  public boolean over() {
    return steps > 0 && (task.terminated() || steps >= stepLimit);
  }

  /**
   * Begins an episode that the caller steps, under the controller as it is: for those who let
   * people take part.
   */
  public void beginStepping(EpisodeKind kind, int episode, RandomStreams streams) {
    begin(EpisodeChance.of(kind, episode, streams), EpisodeListener.NONE);
  }

  /**
   * Begins such an episode with all its chance from one generator.
   *
   * @param random its first numbers say where the episode starts
   */
  public void beginStepping(RandomGenerator random) {
    begin(EpisodeChance.of(random), EpisodeListener.NONE);
  }

  /** One control step of an episode that was begun by {@link #beginStepping}. */
  public CycleStatus step() {
    return step(EpisodeListener.NONE);
  }

  /** Control steps of the episode so far. */
  public int steps() {
    return steps;
  }

  /** Sum of the rewards of the episode so far. */
  public double totalReward() {
    return totalReward;
  }

  /**
   * Puts another controller in place of this one, between two control steps. It must be of the same
   * robot; who hands it over resets it.
   */
  public void useController(Controller other) {
    controller = other;
    decisionTicks = decider().map(DecidingController::decisionPeriodTicks).orElse(1);
  }

  /** Lets somebody see every episode of this rig, on its thread, besides its listener. */
  public void admit(EpisodeListener newSpectator) {
    spectator = newSpectator;
  }

  /** Lets somebody see every command before the plant does. */
  public void noteCommands(CommandListener listener) {
    commands = listener;
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
