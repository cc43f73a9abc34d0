package org.ophiura.sim.hardware;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.JointSpec;
import org.ophiura.sim.ObservationSpec;
import org.ophiura.sim.Plant;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.ResetSpec;
import org.ophiura.sim.RobotLayout;

/**
 * A row of joints whose servos go half of the way to their targets in each step; tests push them
 * where they like, and look at what arrived.
 */
public final class ServoArm implements Plant {
  /** Its control period. */
  public static final double PERIOD_SECONDS = 0.01;

  /** Upper end of the range of every joint, and minus its lower end. */
  public static final double RANGE = 1;

  /** Torque of a servo per angle between joint and target. */
  public static final double STIFFNESS = 20;

  private final RobotLayout layout;
  private final double[] positions;
  private final double[] velocities;
  private final double[] arrived;
  private long steps;
  private boolean closed;
  private CycleStatus next = CycleStatus.OK;

  /** Makes an arm of {@code joints} joints named joint-0, joint-1, … */
  public ServoArm(int joints) {
    layout = layout(joints);
    positions = new double[joints];
    velocities = new double[joints];
    arrived = new double[joints];
  }

  /** The layout of an arm of servos. */
  public static RobotLayout layout(int joints) {
    return layout(joints, "rad", STIFFNESS);
  }

  /** The layout of an arm whose actuators take commands of another kind, in [-1, 1]. */
  public static RobotLayout layout(int joints, String unit, double effort) {
    List<JointSpec> specs = new ArrayList<>();
    List<ActuatorSpec> actuators = new ArrayList<>();
    for (int i = 0; i < joints; i++) {
      specs.add(new JointSpec("joint-" + i, -RANGE, RANGE));
      actuators.add(new ActuatorSpec("servo-" + i, "joint-" + i, -RANGE, RANGE, unit, effort));
    }
    return new RobotLayout(
        "arm",
        specs,
        actuators,
        List.of(
            ObservationSpec.uniform("joint_position", 0, joints, -RANGE, RANGE, "rad"),
            ObservationSpec.uniform("joint_velocity", joints, joints, -1e9, 1e9, "rad/s")));
  }

  private final PlantState state =
      new PlantState() {
        @Override
        public double timeSeconds() {
          checkOpen();
          return steps * PERIOD_SECONDS;
        }

        @Override
        public double get(int index) {
          checkOpen();
          return index < positions.length ? positions[index] : velocities[index - positions.length];
        }
      };

  private void checkOpen() {
    if (closed) {
      throw new IllegalStateException("the arm is closed");
    }
  }

  /** Puts a joint somewhere, as somebody's hand would. */
  public void push(int joint, double position) {
    positions[joint] = position;
  }

  /** The command that arrived last. */
  public double arrived(int joint) {
    return arrived[joint];
  }

  /** Steps since the reset. */
  public long steps() {
    return steps;
  }

  /** Lets the next step come out as {@code status}. */
  public void answer(CycleStatus status) {
    next = status;
  }

  @Override
  public RobotLayout layout() {
    checkOpen();
    return layout;
  }

  @Override
  public double controlPeriodSeconds() {
    checkOpen();
    return PERIOD_SECONDS;
  }

  @Override
  public PlantState state() {
    checkOpen();
    return state;
  }

  @Override
  public void reset(ResetSpec spec, RandomGenerator random) {
    checkOpen();
    steps = 0;
    next = CycleStatus.OK;
    for (int i = 0; i < positions.length; i++) {
      positions[i] = noise(spec.jointPositionNoise(), random);
      velocities[i] = noise(spec.jointVelocityNoise(), random);
    }
  }

  private static double noise(double width, RandomGenerator random) {
    return width == 0 ? 0 : random.nextDouble(-width, width);
  }

  @Override
  public CycleStatus step(JointCommand command) {
    checkOpen();
    if (command.size() != positions.length) {
      throw new IllegalArgumentException("a command of another size");
    }
    if (!command.isFinite()) {
      return CycleStatus.FAULT;
    }
    if (next != CycleStatus.OK) {
      CycleStatus answer = next;
      next = CycleStatus.OK;
      return answer;
    }
    for (int i = 0; i < positions.length; i++) {
      arrived[i] = command.get(i);
      double target = Math.max(-RANGE, Math.min(RANGE, arrived[i]));
      double before = positions[i];
      positions[i] += 0.5 * (target - before);
      velocities[i] = (positions[i] - before) / PERIOD_SECONDS;
    }
    steps++;
    return CycleStatus.OK;
  }

  @Override
  public void placeTarget(double x, double y, double z) {
    checkOpen();
    throw new UnsupportedOperationException("an arm has no target");
  }

  @Override
  public void close() {
    closed = true;
  }
}
