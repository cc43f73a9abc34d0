package org.ophiura.sim.mujoco;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;

/**
 * A robot that is damaged or pushed in the course of each episode: a plant of each of its models,
 * one of which it is in. Just before a control step from which on the robot is another, that one
 * takes over the state.
 *
 * <p>To whoever controls it, it is the whole robot all the time: what it lost takes commands
 * without effect and reads 0. What is left is observed as it is; a shortened arm has no ghost.
 *
 * <p>Confined to one thread at a time. Stepping and reading allocate nothing, and nor does the
 * change from one model to the next. Owns native memory: close it.
 */
public final class StagedPlant implements SimulatedPlant {
  private final RobotLayout layout;
  private final List<Stage> stages;
  private final PushSchedule pushes;
  private final MujocoPlant[] plants;
  private final JointCommand[] commands;
  private final int[][] controls;
  private final View state;

  private int current;
  private int tick;
  private int pushesBegun;
  private double liveX;
  private double liveY;
  private double liveZ;
  private boolean closed;

  StagedPlant(
      RobotLayout layout, List<Stage> stages, PushSchedule pushes, int physicsStepsPerControlStep) {
    this.layout = layout;
    this.stages = stages;
    this.pushes = pushes;
    plants = plants(stages, physicsStepsPerControlStep);
    commands = new JointCommand[plants.length];
    controls = new int[plants.length][];
    PlantState[] states = new PlantState[plants.length];
    int[][] observations = new int[plants.length][];
    for (int i = 0; i < plants.length; i++) {
      commands[i] = new JointCommand(plants[i].layout());
      controls[i] = stages.get(i).controls();
      states[i] = plants[i].state();
      observations[i] = stages.get(i).observations();
    }
    state = new View(states, observations);
  }

  private static MujocoPlant[] plants(List<Stage> stages, int physicsStepsPerControlStep) {
    List<MujocoPlant> plants = new ArrayList<>();
    try {
      for (Stage stage : stages) {
        plants.add(stage.newPlant(physicsStepsPerControlStep));
      }
      return plants.toArray(new MujocoPlant[0]);
    } catch (IllegalStateException e) {
      plants.forEach(MujocoPlant::close);
      throw e;
    }
  }

  /** The whole robot's observations, found in the current model. */
  private static final class View implements PlantState {
    private final PlantState[] states;
    private final int[][] observations;
    private int current;

    View(PlantState[] states, int[][] observations) {
      this.states = states;
      this.observations = observations;
    }

    @Override
    public double timeSeconds() {
      return states[current].timeSeconds();
    }

    @Override
    public double get(int index) {
      int found = observations[current][index];
      if (found == Stage.LOST) {
        states[current].timeSeconds(); // Throws if the plant is closed.
        return 0;
      }
      return states[current].get(found);
    }
  }

  @Override
  public RobotLayout layout() {
    requireOpen();
    return layout;
  }

  @Override
  public double controlPeriodSeconds() {
    requireOpen();
    return plants[0].controlPeriodSeconds();
  }

  @Override
  public PlantState state() {
    requireOpen();
    return state;
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is damaged from the start starts so. Joints that are locked start still; each joint
   * that there is draws its noise.
   */
  @Override
  public void reset(ResetSpec spec, RandomGenerator random) {
    requireOpen();
    use(0);
    tick = 0;
    pushesBegun = 0;
    liveX = 0;
    liveY = 0;
    liveZ = 0;
    plants[0].reset(spec, random);
  }

  @Override
  public CycleStatus step(JointCommand command) {
    requireOpen();
    if (command.size() != layout.actuators().size()) {
      throw new IllegalArgumentException(
          layout.robot()
              + " has "
              + layout.actuators().size()
              + " controls, got a command of "
              + command.size());
    }
    if (!command.isFinite()) {
      return plants[current].failure().isPresent() ? CycleStatus.DIVERGED : CycleStatus.FAULT;
    }
    takeEvents();
    JointCommand left = commands[current];
    int[] sources = controls[current];
    for (int i = 0; i < sources.length; i++) {
      left.set(i, command.get(sources[i]));
    }
    CycleStatus status = plants[current].step(left);
    if (status == CycleStatus.OK) {
      tick++;
    }
    return status;
  }

  /** Lets happen what happens before the next control step. */
  private void takeEvents() {
    boolean changed = false;
    while (current + 1 < plants.length && stages.get(current + 1).startTick() <= tick) {
      plants[current + 1].takeOver(plants[current], stages.get(current + 1).transfer());
      use(current + 1);
      changed = true;
    }
    while (pushesBegun < pushes.changes() && pushes.tick(pushesBegun) <= tick) {
      pushesBegun++;
      changed = true;
    }
    if (changed) {
      push();
    }
  }

  private void use(int stage) {
    current = stage;
    state.current = stage;
  }

  private void push() {
    int latest = pushesBegun - 1;
    plants[current].push(
        liveX + (latest < 0 ? 0 : pushes.force(latest, 0)),
        liveY + (latest < 0 ? 0 : pushes.force(latest, 1)),
        liveZ + (latest < 0 ? 0 : pushes.force(latest, 2)));
  }

  /**
   * {@inheritDoc}
   *
   * <p>This push adds to those of the schedule, and goes on when the robot changes.
   */
  @Override
  public void push(double x, double y, double z) {
    requireOpen();
    liveX = x;
    liveY = y;
    liveZ = z;
    push();
  }

  @Override
  public Optional<String> failure() {
    requireOpen();
    return plants[current].failure();
  }

  @Override
  public MujocoPlant current() {
    requireOpen();
    return plants[current];
  }

  @Override
  public void placeTarget(double x, double y, double z) {
    requireOpen();
    plants[current].placeTarget(x, y, z);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("the plant of " + layout.robot() + " is closed");
    }
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      for (MujocoPlant plant : plants) {
        plant.close();
      }
    }
  }
}
