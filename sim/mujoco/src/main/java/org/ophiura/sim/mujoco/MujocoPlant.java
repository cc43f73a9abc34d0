package org.ophiura.sim.mujoco;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;

/**
 * A robot simulated by MuJoCo. A control step writes the command and makes a fixed number of
 * physics steps; observations are what the last of them left, with no forward pass in between: that
 * would change the solver's warm start, and with few iterations the path.
 *
 * <p>Confined to one thread at a time; plants of one model can run on different threads. Stepping
 * and reading allocate nothing. Owns native memory: close it.
 */
public final class MujocoPlant implements SimulatedPlant {
  private static final int SAVED = Mujoco.mjSTATE_INTEGRATION;

  private final MujocoModel shared;
  private final mjModel model;
  private final mjData data;
  private final int physicsSteps;
  private final double controlPeriodSeconds;
  private final int controls;
  private final int[] lockedDofs;
  private final PlantMemory memory;
  private final MujocoState state;
  private final @Nullable CommandDelay delay;
  private boolean diverged;
  private boolean closed;
  private @Nullable String failure;

  /**
   * Makes a plant, reset to {@link ResetSpec#ORIGIN}.
   *
   * @param model shared with other plants; stays open at least as long as this plant
   * @param physicsStepsPerControlStep at least 1
   * @throws IllegalStateException if the model is closed
   */
  public MujocoPlant(MujocoModel model, int physicsStepsPerControlStep) {
    this(model, physicsStepsPerControlStep, new int[0]);
  }

  /** Like the other one, of a robot whose joints {@code lockedDofs} (in qvel) do not move. */
  MujocoPlant(MujocoModel model, int physicsStepsPerControlStep, int[] lockedDofs) {
    if (physicsStepsPerControlStep < 1) {
      throw new IllegalArgumentException(
          "physics steps per control step must be >= 1, got " + physicsStepsPerControlStep);
    }
    shared = model;
    this.model = model.struct();
    physicsSteps = physicsStepsPerControlStep;
    controlPeriodSeconds = model.timestepSeconds() * physicsStepsPerControlStep;
    controls = model.layout().actuators().size();
    this.lockedDofs = lockedDofs;
    data = model.newData();
    memory = new PlantMemory(model, data);
    state = new MujocoState(data, model);
    delay =
        model.commandDelaySeconds() == 0
            ? null
            : new CommandDelay(
                model.layout().actuators(), model.commandDelaySeconds() / model.timestepSeconds());
    start(ResetSpec.ORIGIN, null);
  }

  @Override
  public RobotLayout layout() {
    requireOpen();
    return shared.layout();
  }

  /** The model that this plant shares. */
  public MujocoModel model() {
    requireOpen();
    return shared;
  }

  @Override
  public double controlPeriodSeconds() {
    requireOpen();
    return controlPeriodSeconds;
  }

  @Override
  public PlantState state() {
    requireOpen();
    return state;
  }

  /**
   * {@inheritDoc}
   *
   * <p>The robot is what the model's first free joint carries; its start is relative to where the
   * model has it, the yaw about its own origin.
   *
   * @throws IllegalArgumentException if {@code spec} moves a robot without a free joint, or a
   *     target that is not a mocap body
   */
  @Override
  public void reset(ResetSpec spec, RandomGenerator random) {
    requireOpen();
    start(spec, random);
  }

  private void start(ResetSpec spec, @Nullable RandomGenerator random) {
    boolean moved = spec.startX() != 0 || spec.startY() != 0 || spec.startYawRadians() != 0;
    if (moved && shared.freeJointAddress().isEmpty()) {
      throw new IllegalArgumentException(
          shared.name()
              + " has no free joint, so its robot cannot start elsewhere; start at 0, 0, 0");
    }
    if (spec.target().isPresent() && shared.targetMocap().isEmpty()) {
      throw new IllegalArgumentException(noTarget());
    }
    settle(Mujoco.guard_reset_data(model, data));
    if (delay != null) {
      delay.clear();
    }
    if (moved) {
      memory.placeRobot(spec);
    }
    spec.target().ifPresent(memory::placeTarget);
    if (random != null) {
      memory.disturb(spec, random);
    }
    memory.stop(lockedDofs);
    if (!diverged) {
      settle(Mujoco.guard_forward(model, data));
    }
    state.refresh();
  }

  @Override
  public CycleStatus step(JointCommand command) {
    requireOpen();
    if (command.size() != controls) {
      throw new IllegalArgumentException(
          shared.name() + " has " + controls + " controls, got a command of " + command.size());
    }
    if (diverged) {
      return CycleStatus.DIVERGED;
    }
    if (!command.isFinite()) {
      return CycleStatus.FAULT;
    }
    int status = delay == null ? stepNow(command) : stepLate(command, delay);
    if (status != Mujoco.GUARD_OK) {
      settle(status);
      return CycleStatus.DIVERGED;
    }
    state.refresh();
    return CycleStatus.OK;
  }

  private int stepNow(JointCommand command) {
    memory.command(command);
    return Mujoco.guard_step(model, data, physicsSteps);
  }

  private int stepLate(JointCommand command, CommandDelay late) {
    int status = Mujoco.GUARD_OK;
    for (int i = 0; i < physicsSteps && status == Mujoco.GUARD_OK; i++) {
      late.give(command);
      memory.command(late);
      status = Mujoco.guard_step(model, data, 1);
    }
    return status;
  }

  /**
   * Takes in what became of a call: a fatal error, a bad number that MuJoCo warned of, or nothing.
   */
  private void settle(int status) {
    diverged = status != Mujoco.GUARD_OK;
    if (!diverged) {
      failure = null;
    } else if (status == Mujoco.GUARD_ERROR) {
      failure = MujocoModel.lastError();
    } else {
      failure = Mujoco.guard_last_warning().getString(StandardCharsets.UTF_8);
    }
  }

  @Override
  public Optional<String> failure() {
    requireOpen();
    return Optional.ofNullable(failure);
  }

  @Override
  public void placeTarget(double x, double y, double z) {
    requireOpen();
    if (shared.targetMocap().isEmpty()) {
      throw new UnsupportedOperationException(noTarget());
    }
    memory.placeTarget(x, y, z);
  }

  private String noTarget() {
    return shared.name() + " has no target that can be moved; it needs a mocap body named 'target'";
  }

  @Override
  public void push(double x, double y, double z) {
    requireOpen();
    if (!memory.canBePushed()) {
      throw new UnsupportedOperationException(
          shared.name() + " has no free joint, so nothing of it can be pushed");
    }
    memory.push(x, y, z);
  }

  @Override
  public MujocoPlant current() {
    requireOpen();
    return this;
  }

  /**
   * Goes on from where the plant of another model of the same robot is. The state shows it after
   * the next step.
   *
   * @param map from its model to this one's
   */
  void takeOver(MujocoPlant other, StateTransfer map) {
    requireOpen();
    settle(Mujoco.guard_reset_data(model, data));
    memory.takeOver(other.memory, map);
    if (delay != null && other.delay != null) {
      delay.takeOver(other.delay, map);
    }
    memory.stop(lockedDofs);
  }

  /** Copies the whole state; see {@link MujocoSnapshot}. */
  public MujocoSnapshot snapshot() {
    requireOpen();
    double[] physics = new double[Mujoco.guard_state_size(model, SAVED)];
    Mujoco.guard_get_state(model, data, physics, SAVED);
    double[] observations = new double[shared.observations().size()];
    state.save(observations);
    double[] commands = delay == null ? new double[0] : delay.save();
    return new MujocoSnapshot(shared, physics, observations, commands, diverged);
  }

  /**
   * Goes back to a snapshot: further steps give the same bits as the plant of the snapshot.
   *
   * @throws IllegalArgumentException if it is of another model
   */
  public void restore(MujocoSnapshot snapshot) {
    requireOpen();
    if (snapshot.model() != shared) {
      throw new IllegalArgumentException(
          "a snapshot of " + snapshot.model().name() + " does not fit a plant of " + shared.name());
    }
    Mujoco.guard_reset_data(model, data);
    Mujoco.guard_set_state(model, data, snapshot.physics(), SAVED);
    state.restore(snapshot.observations());
    if (delay != null) {
      delay.restore(snapshot.commands());
    }
    diverged = snapshot.diverged();
    failure = null;
  }

  /**
   * MuJoCo's own structure, for the packages of this module; only read it, and only while the plant
   * is open.
   */
  public mjData struct() {
    requireOpen();
    return data;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the plant of " + shared.name() + " is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      state.close();
      Mujoco.mj_deleteData(data);
      shared.release();
    }
  }
}
