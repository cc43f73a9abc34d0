package org.ophiura.sim.mujoco;

import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.DoublePointer;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.Position;
import org.ophiura.sim.ResetSpec;

/**
 * Those arrays of one {@code mjData} that are written between steps, each wrapped once: writing
 * them allocates nothing.
 */
final class PlantMemory {
  /** What MuJoCo takes for a bad number: it would reset the controls instead of clamping them. */
  private static final double GREATEST_CONTROL = Mujoco.mjMAXVAL;

  private static final int FREE_JOINT_QUATERNION = 3;
  private static final int NUMBERS_OF_A_WRENCH = 6;

  private final MujocoModel shared;
  private final mjData data;
  private final int controls;
  private final OptionalInt pushedBody;
  private final DoubleBuffer control;
  private final DoubleBuffer positions;
  private final DoubleBuffer velocities;
  private final DoubleBuffer warmStart;
  private final DoubleBuffer mocapPositions;
  private final DoubleBuffer wrenches;

  /** Wraps the arrays of {@code data}, which is of the model {@code shared}. */
  PlantMemory(MujocoModel shared, mjData data) {
    this.shared = shared;
    this.data = data;
    mjModel model = shared.struct();
    pushedBody = shared.elements().pushedBody();
    controls = shared.layout().actuators().size();
    control = wrap(data.ctrl(), controls);
    positions = wrap(data.qpos(), Math.toIntExact(model.nq()));
    velocities = wrap(data.qvel(), Math.toIntExact(model.nv()));
    warmStart = wrap(data.qacc_warmstart(), Math.toIntExact(model.nv()));
    mocapPositions = wrap(data.mocap_pos(), 3 * Math.toIntExact(model.nmocap()));
    wrenches = wrap(data.xfrc_applied(), NUMBERS_OF_A_WRENCH * Math.toIntExact(model.nbody()));
  }

  private static DoubleBuffer wrap(DoublePointer array, int size) {
    return size == 0
        ? DoubleBuffer.allocate(0)
        : array.capacity(size).asByteBuffer().order(ByteOrder.nativeOrder()).asDoubleBuffer();
  }

  /** Sets the controls; the command is finite. */
  void command(JointCommand command) {
    for (int i = 0; i < controls; i++) {
      command(i, command.get(i));
    }
  }

  /** Sets the controls to what takes effect now. */
  void command(CommandDelay late) {
    for (int i = 0; i < controls; i++) {
      command(i, late.get(i));
    }
  }

  private void command(int actuator, double value) {
    control.put(actuator, Math.max(-GREATEST_CONTROL, Math.min(GREATEST_CONTROL, value)));
  }

  /** Moves and turns the robot, which has a free joint, from where it is. */
  void placeRobot(ResetSpec spec) {
    int address = shared.freeJointAddress().orElseThrow();
    positions.put(address, positions.get(address) + spec.startX());
    positions.put(address + 1, positions.get(address + 1) + spec.startY());
    // The yaw's quaternion (c, 0, 0, s) from the left: a rotation about the world's vertical axis.
    double c = Math.cos(spec.startYawRadians() / 2);
    double s = Math.sin(spec.startYawRadians() / 2);
    int quaternion = address + FREE_JOINT_QUATERNION;
    double w = positions.get(quaternion);
    double x = positions.get(quaternion + 1);
    double y = positions.get(quaternion + 2);
    double z = positions.get(quaternion + 3);
    positions.put(quaternion, c * w - s * z);
    positions.put(quaternion + 1, c * x - s * y);
    positions.put(quaternion + 2, c * y + s * x);
    positions.put(quaternion + 3, c * z + s * w);
  }

  /** Adds uniform noise to the joints. */
  void disturb(ResetSpec spec, RandomGenerator random) {
    disturb(positions, shared.jointPositionAddresses(), spec.jointPositionNoise(), random);
    disturb(velocities, shared.jointVelocityAddresses(), spec.jointVelocityNoise(), random);
  }

  private static void disturb(
      DoubleBuffer values, int[] addresses, double halfWidth, RandomGenerator random) {
    if (halfWidth > 0) {
      for (int address : addresses) {
        values.put(address, values.get(address) + random.nextDouble(-halfWidth, halfWidth));
      }
    }
  }

  /** Stops joints; {@code dofs} are addresses of velocities. */
  void stop(int[] dofs) {
    for (int dof : dofs) {
      velocities.put(dof, 0);
      warmStart.put(dof, 0);
    }
  }

  void placeTarget(Position position) {
    placeTarget(position.x(), position.y(), position.z());
  }

  void placeTarget(double x, double y, double z) {
    putVector(mocapPositions, 3 * shared.targetMocap().orElseThrow(), x, y, z);
  }

  boolean canBePushed() {
    return pushedBody.isPresent();
  }

  /** Sets the force on the centre of mass of the body that carries the robot. */
  void push(double x, double y, double z) {
    putVector(wrenches, NUMBERS_OF_A_WRENCH * pushedBody.orElseThrow(), x, y, z);
  }

  private static void putVector(DoubleBuffer to, int address, double x, double y, double z) {
    to.put(address, x);
    to.put(address + 1, y);
    to.put(address + 2, z);
  }

  /**
   * Takes over the state of another model's simulation: clock, positions, velocities, the solver's
   * warm start and the target. Everything else of it is made anew by each step.
   *
   * @param map how its joints are found here
   */
  void takeOver(PlantMemory other, StateTransfer map) {
    data.time(other.data.time());
    map.copyPositions(other.positions, positions);
    map.copyVelocities(other.velocities, velocities);
    map.copyVelocities(other.warmStart, warmStart);
    for (int i = 0; i < mocapPositions.capacity(); i++) {
      mocapPositions.put(i, other.mocapPositions.get(i));
    }
  }
}
