package org.ophiura.sim.mujoco;

import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.OptionalInt;
import org.bytedeco.javacpp.BytePointer;
import org.ophiura.mujoco.mjData;
import org.ophiura.sim.PlantState;
import org.ophiura.sim.mujoco.ObservationMap.Source;

/**
 * Reads observations straight out of {@code mjData}: all its arrays lie in one buffer, which is
 * wrapped once. Only what no sensor gives (roll, pitch, yaw, the way to the target, tendons' moment
 * arms) is computed, after each step.
 */
final class MujocoState implements PlantState {
  /** Indices of the computed values. */
  static final int ROTATION = 0;

  static final int DIRECTION = 3;
  static final int DISTANCE = 5;
  static final int CONTACTS = 6;

  private final mjData data;
  private final DoubleBuffer memory;
  private final double[] computed;

  /** Index in the memory; or, where negative, the complement of an index of the computed values. */
  private final int[] addresses;

  private final int[] binaryContacts;
  private final TendonMomentArms.Reader momentArms;
  private final int robotPosition;
  private final int diskQuaternion;
  private final int targetPosition;
  private boolean open = true;

  MujocoState(mjData data, MujocoModel model) {
    this.data = data;
    long start = data.buffer().address();
    memory =
        new BytePointer(data.buffer())
            .capacity(data.nbuffer())
            .asByteBuffer()
            .order(ByteOrder.nativeOrder())
            .asDoubleBuffer();
    ObservationMap map = model.observations();
    addresses = new int[map.size()];
    for (int i = 0; i < addresses.length; i++) {
      addresses[i] =
          map.source(i) == Source.COMPUTED
              ? ~map.index(i)
              : address(map.source(i), start) + map.index(i);
    }
    int sensors = address(Source.SENSORS, start);
    binaryContacts = model.binaryContacts().clone();
    for (int i = 0; i < binaryContacts.length; i++) {
      binaryContacts[i] += sensors;
    }
    computed = new double[CONTACTS + binaryContacts.length + model.momentArms().size()];
    momentArms = model.momentArms().reader(data, memory, address(Source.ACTUATOR_MOMENTS, start));
    robotPosition =
        model.diskPositionSensor().isPresent()
            ? sensors + model.diskPositionSensor().getAsInt()
            : bodyPosition(model.freeBody(), start);
    diskQuaternion =
        model.diskQuaternionSensor().isPresent()
            ? sensors + model.diskQuaternionSensor().getAsInt()
            : -1;
    targetPosition = bodyPosition(model.targetBody(), start);
  }

  private int bodyPosition(OptionalInt body, long start) {
    return body.isPresent() ? address(Source.BODY_POSITIONS, start) + 3 * body.getAsInt() : -1;
  }

  private int address(Source source, long start) {
    return Math.toIntExact((source.address(data) - start) / Double.BYTES);
  }

  @Override
  public double timeSeconds() {
    requireOpen();
    return data.time();
  }

  @Override
  public double get(int index) {
    requireOpen();
    int address = addresses[index];
    return address >= 0 ? memory.get(address) : computed[~address];
  }

  /** Computes what no sensor gives, from what the last step or reset left. */
  void refresh() {
    if (diskQuaternion >= 0) {
      computeRotation(
          memory.get(diskQuaternion),
          memory.get(diskQuaternion + 1),
          memory.get(diskQuaternion + 2),
          memory.get(diskQuaternion + 3));
    }
    if (robotPosition >= 0 && targetPosition >= 0) {
      double x = memory.get(targetPosition) - memory.get(robotPosition);
      double y = memory.get(targetPosition + 1) - memory.get(robotPosition + 1);
      double distance = Math.sqrt(x * x + y * y);
      computed[DIRECTION] = distance > 0 ? x / distance : 0;
      computed[DIRECTION + 1] = distance > 0 ? y / distance : 0;
      computed[DISTANCE] = distance;
    }
    for (int i = 0; i < binaryContacts.length; i++) {
      computed[CONTACTS + i] = memory.get(binaryContacts[i]) > 0 ? 1 : 0;
    }
    momentArms.read(computed, CONTACTS + binaryContacts.length);
  }

  /** Roll, pitch and yaw of a unit quaternion (intrinsic rotations about z, y, x). */
  private void computeRotation(double w, double x, double y, double z) {
    computed[ROTATION] = Math.atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y));
    computed[ROTATION + 1] = Math.asin(Math.max(-1, Math.min(1, 2 * (w * y - z * x))));
    computed[ROTATION + 2] = Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z));
  }

  /** Copies all observations. */
  void save(double[] out) {
    for (int i = 0; i < addresses.length; i++) {
      out[i] = get(i);
    }
  }

  /**
   * Puts back observations that were saved, so that they show what was saved until the next step.
   */
  void restore(double[] saved) {
    for (int i = 0; i < addresses.length; i++) {
      int address = addresses[i];
      if (address >= 0) {
        memory.put(address, saved[i]);
      } else {
        computed[~address] = saved[i];
      }
    }
  }

  /** From now on every read throws: the memory is about to be freed. */
  void close() {
    open = false;
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException("the plant of this state is closed");
    }
  }
}
