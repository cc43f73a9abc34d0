package org.ophiura.sim.mujoco.draw;

import java.util.Arrays;
import org.bytedeco.javacpp.IntPointer;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjContact;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.mujoco.MujocoModel;

/**
 * A copy of where a simulated robot was after its last two control steps, in data of its own: what
 * is drawn lies between the two. Reads the simulation and changes nothing of it.
 */
final class Pose implements AutoCloseable {
  private final MujocoModel shared;
  private final mjModel model;
  private final mjData data;
  private final boolean[] touching;
  private final double[] before;
  private final double[] now;
  private final double[] between;
  private final double[] targets;
  private final double[] targetRotations;

  /** Keeps the model until it is closed. */
  Pose(MujocoModel shared) {
    this.shared = shared;
    model = shared.struct();
    data = shared.newData();
    touching = new boolean[Math.toIntExact(model.nbody())];
    before = new double[Math.toIntExact(model.nq())];
    now = new double[before.length];
    between = new double[before.length];
    targets = new double[3 * Math.toIntExact(model.nmocap())];
    targetRotations = new double[4 * Math.toIntExact(model.nmocap())];
    Mujoco.guard_forward(model, data);
  }

  /** The robot as the model has it, until it is read for the first time. */
  mjData initial() {
    return data;
  }

  /**
   * Takes in where the robot is.
   *
   * @param jumped whether it did not get there by a control step
   */
  void read(mjData simulation, boolean jumped) {
    System.arraycopy(now, 0, before, 0, now.length);
    simulation.qpos().get(now);
    if (jumped) {
      System.arraycopy(now, 0, before, 0, now.length);
    }
    if (targets.length > 0) {
      simulation.mocap_pos().get(targets);
      simulation.mocap_quat().get(targetRotations);
    }
    readContacts(simulation);
  }

  private void readContacts(mjData simulation) {
    Arrays.fill(touching, false);
    mjContact contact = simulation.contact();
    IntPointer bodies = model.geom_bodyid();
    for (int i = 0; i < simulation.ncon(); i++) {
      contact.position(i);
      int one = contact.geom1();
      int other = contact.geom2();
      if (one >= 0 && other >= 0) {
        touching[bodies.get(one)] = true;
        touching[bodies.get(other)] = true;
      }
    }
  }

  /** Whether something of a body touched anything after the last control step. */
  boolean touches(int body) {
    return touching[body];
  }

  /**
   * The robot between the last two control steps: positions of all bodies, in data that are not the
   * simulation's.
   *
   * @param fraction 0 where it was after the first of the two, 1 where it is now
   */
  mjData at(double fraction) {
    for (int i = 0; i < now.length; i++) {
      between[i] = before[i] + fraction * (now[i] - before[i]);
    }
    IntPointer types = model.jnt_type();
    IntPointer addresses = model.jnt_qposadr();
    for (int joint = 0; joint < model.njnt(); joint++) {
      int type = types.get(joint);
      if (type == Mujoco.mjJNT_FREE) {
        turn(addresses.get(joint) + 3, fraction);
      } else if (type == Mujoco.mjJNT_BALL) {
        turn(addresses.get(joint), fraction);
      }
    }
    data.qpos().put(between);
    if (targets.length > 0) {
      data.mocap_pos().put(targets);
      data.mocap_quat().put(targetRotations);
    }
    Mujoco.mj_fwdPosition(model, data);
    return data;
  }

  /** A quaternion and its negative are the same rotation; MuJoCo scales what comes out. */
  private void turn(int start, double fraction) {
    double product = 0;
    for (int i = start; i < start + 4; i++) {
      product += before[i] * now[i];
    }
    double sign = product < 0 ? -1 : 1;
    for (int i = start; i < start + 4; i++) {
      between[i] = before[i] + fraction * (sign * now[i] - before[i]);
    }
  }

  @Override
  public void close() {
    Mujoco.mj_deleteData(data);
    shared.release();
  }
}
