package org.ophiura.sim.mujoco.scene;

import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.DoublePointer;
import org.ophiura.mujoco.mjContact;
import org.ophiura.mujoco.mjData;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.SimulatedPlants;

/**
 * Copies where the bodies of a robot are, and which arm segments touch something, out of its
 * simulation. For one thread. What it reads of a model that it has not met before (a robot that was
 * damaged) allocates once.
 */
public final class BodyPoses {
  /** Numbers per body: x, y, z in the world frame, m, and the quaternion w, x, y, z. */
  public static final int NUMBERS = 7;

  private final Scene scene;
  private final Map<String, Integer> indices = new HashMap<>();
  private final int[] segments;
  private final float[] poses;
  private final boolean[] touching;
  private final IdentityHashMap<MujocoModel, int[]> known = new IdentityHashMap<>();

  /** Prepares for the whole robot of a factory. */
  public BodyPoses(SimulatedPlants plants) {
    scene = SceneReader.read(plants.model());
    List<Scene.Body> bodies = scene.bodies();
    segments = new int[bodies.size()];
    int count = 0;
    for (int i = 0; i < bodies.size(); i++) {
      indices.put(bodies.get(i).name(), i);
      segments[i] = bodies.get(i).role() == Scene.Role.SEGMENT ? count++ : Scene.NONE;
    }
    poses = new float[bodies.size() * NUMBERS];
    touching = new boolean[count];
  }

  /** What the bodies look like; their order is that of the poses. */
  public Scene scene() {
    return scene;
  }

  /**
   * The poses that were read last, {@link #NUMBERS} per body: the same array every time. A body
   * that the robot has lost is at NaN.
   */
  public float[] poses() {
    return poses;
  }

  /** Which segments touched something when they were read last, in the order of their bodies. */
  public boolean[] touching() {
    return touching;
  }

  /** Reads a plant of the factory as it is now; changes nothing. */
  public void read(SimulatedPlant plant) {
    MujocoPlant current = plant.current();
    int[] places = known.computeIfAbsent(current.model(), this::places);
    mjData data = current.struct();
    DoublePointer positions = data.xpos();
    DoublePointer rotations = data.xquat();
    if (places.length < segments.length) {
      Arrays.fill(poses, Float.NaN);
    }
    for (int body = 0; body < places.length; body++) {
      int start = places[body] * NUMBERS;
      if (start >= 0) {
        for (int i = 0; i < 3; i++) {
          poses[start + i] = (float) positions.get(3L * body + i);
        }
        for (int i = 0; i < 4; i++) {
          poses[start + 3 + i] = (float) rotations.get(4L * body + i);
        }
      }
    }
    readContacts(current, places, data);
  }

  private void readContacts(MujocoPlant plant, int[] places, mjData data) {
    Arrays.fill(touching, false);
    mjContact contact = data.contact();
    for (int i = 0; i < data.ncon(); i++) {
      contact.position(i);
      touch(plant, places, contact.geom1());
      touch(plant, places, contact.geom2());
    }
  }

  private void touch(MujocoPlant plant, int[] places, int geom) {
    if (geom >= 0) {
      int place = places[plant.model().struct().geom_bodyid().get(geom)];
      if (place >= 0 && segments[place] >= 0) {
        touching[segments[place]] = true;
      }
    }
  }

  /** Where each body of a model stands in the scene. */
  private int[] places(MujocoModel model) {
    return SceneReader.bodyNames(model).stream()
        .mapToInt(name -> indices.getOrDefault(name, Scene.NONE))
        .toArray();
  }
}
