package org.ophiura.sim.mujoco;

import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ophiura.sim.ActuatorSpec;
import org.ophiura.sim.JointSpec;

/**
 * Where the numbers of each joint stand in two models of the same robot; the joints of the second
 * are among those of the first. Immutable; made when the models are compiled.
 */
final class StateTransfer {
  private static final int FREE_POSITIONS = 7;
  private static final int FREE_VELOCITIES = 6;

  private final Addresses positions;
  private final Addresses velocities;
  private final int[] actuators;

  /** Matches the joints of two models by their names, and their free joints. */
  StateTransfer(MujocoModel from, MujocoModel to) {
    positions =
        new Addresses(
            from.freeJointAddress().orElseThrow(),
            to.freeJointAddress().orElseThrow(),
            FREE_POSITIONS);
    velocities =
        new Addresses(
            from.elements().freeJointVelocityAddress().orElseThrow(),
            to.elements().freeJointVelocityAddress().orElseThrow(),
            FREE_VELOCITIES);
    List<String> commanded = from.layout().actuators().stream().map(ActuatorSpec::name).toList();
    actuators =
        to.layout().actuators().stream()
            .mapToInt(actuator -> commanded.indexOf(actuator.name()))
            .toArray();
    Map<String, Integer> before = new HashMap<>();
    List<JointSpec> joints = from.layout().joints();
    for (int i = 0; i < joints.size(); i++) {
      before.put(joints.get(i).name(), i);
    }
    for (int i = 0; i < to.layout().joints().size(); i++) {
      Integer same = before.get(to.layout().joints().get(i).name());
      if (same != null) {
        positions.add(from.jointPositionAddresses()[same], to.jointPositionAddresses()[i]);
        velocities.add(from.jointVelocityAddresses()[same], to.jointVelocityAddresses()[i]);
      }
    }
  }

  void copyPositions(DoubleBuffer from, DoubleBuffer to) {
    positions.copy(from, to);
  }

  void copyVelocities(DoubleBuffer from, DoubleBuffer to) {
    velocities.copy(from, to);
  }

  /** Where an actuator of the second model stands in the first; negative where it does not. */
  int actuator(int index) {
    return actuators[index];
  }

  /** Pairs of addresses. */
  private static final class Addresses {
    private int[] from;
    private int[] to;

    /** Starts with {@code count} neighbours. */
    Addresses(int firstFrom, int firstTo, int count) {
      from = new int[count];
      to = new int[count];
      Arrays.setAll(from, i -> firstFrom + i);
      Arrays.setAll(to, i -> firstTo + i);
    }

    void add(int source, int destination) {
      from = Arrays.copyOf(from, from.length + 1);
      to = Arrays.copyOf(to, to.length + 1);
      from[from.length - 1] = source;
      to[to.length - 1] = destination;
    }

    void copy(DoubleBuffer source, DoubleBuffer destination) {
      for (int i = 0; i < from.length; i++) {
        destination.put(to[i], source.get(from[i]));
      }
    }
  }
}
