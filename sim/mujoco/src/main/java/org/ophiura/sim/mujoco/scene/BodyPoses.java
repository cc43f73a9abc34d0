package org.ophiura.sim.mujoco.scene;

import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;
import org.ophiura.mujoco.mjContact;
import org.ophiura.mujoco.mjData;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.SimulatedPlant;
import org.ophiura.sim.mujoco.SimulatedPlants;

/**
 * Copies where the bodies of a robot are, and which arm segments touch something, out of its
 * simulation. For one thread.
 */
public final class BodyPoses {
  /** Numbers per body: x, y, z in the world frame, m, and the quaternion w, x, y, z. */
  public static final int NUMBERS = 7;

  private final MujocoModel whole;
  private final Scene scene;
  private final Map<String, Integer> indices = new HashMap<>();
  private final int[] segments;
  private final float[] poses;
  private final boolean[] touching;
  private final IdentityHashMap<MujocoModel, int[]> known = new IdentityHashMap<>();

  private @Nullable MujocoPlant attached;
  private int[] places = new int[0];
  private int[] placesOfGeoms = new int[0];
  private DoubleBuffer positions = DoubleBuffer.allocate(0);
  private DoubleBuffer rotations = DoubleBuffer.allocate(0);

  /** Prepares for the whole robot of a factory. */
  public BodyPoses(SimulatedPlants plants) {
    whole = plants.model();
    scene = SceneReader.read(whole);
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

  /**
   * Reads a plant of the factory as it is now; changes nothing. While the robot stays the same
   * model it allocates one handle to MuJoCo's list of contacts, which moves in memory, and nothing
   * else.
   */
  public void read(SimulatedPlant plant) {
    MujocoPlant current = plant.current();
    mjData data = current.struct();
    if (current != attached) {
      attach(current, data);
    }
    for (int body = 0; body < places.length; body++) {
      int start = places[body] * NUMBERS;
      if (start >= 0) {
        for (int i = 0; i < 3; i++) {
          poses[start + i] = (float) positions.get(3 * body + i);
        }
        for (int i = 0; i < 4; i++) {
          poses[start + 3 + i] = (float) rotations.get(4 * body + i);
        }
      }
    }
    readContacts(data);
  }

  /** Turns to another plant: another episode's, or that of the robot after it was damaged. */
  private void attach(MujocoPlant plant, mjData data) {
    MujocoModel model = plant.model();
    places = known.computeIfAbsent(model, this::places);
    placesOfGeoms = new int[Math.toIntExact(model.struct().ngeom())];
    for (int geom = 0; geom < placesOfGeoms.length; geom++) {
      placesOfGeoms[geom] = places[model.struct().geom_bodyid().get(geom)];
    }
    positions = wrap(data.xpos(), 3 * places.length);
    rotations = wrap(data.xquat(), 4 * places.length);
    Arrays.fill(poses, Float.NaN);
    attached = plant;
  }

  private static DoubleBuffer wrap(DoublePointer array, int size) {
    return array.capacity(size).asByteBuffer().order(ByteOrder.nativeOrder()).asDoubleBuffer();
  }

  private void readContacts(mjData data) {
    Arrays.fill(touching, false);
    long count = data.ncon();
    if (count == 0) {
      return;
    }
    mjContact contact = data.contact();
    for (int i = 0; i < count; i++) {
      contact.position(i);
      touch(contact.geom1());
      touch(contact.geom2());
    }
  }

  /** Negative geoms are no geoms: of flexible bodies, say. */
  private void touch(int geom) {
    int place = geom >= 0 ? placesOfGeoms[geom] : Scene.NONE;
    if (place >= 0 && segments[place] >= 0) {
      touching[segments[place]] = true;
    }
  }

  /** Where each body of a model stands in the scene. Bodies may be nameless where none is lost. */
  private int[] places(MujocoModel model) {
    if (model == whole) {
      return IntStream.range(0, scene.bodies().size()).toArray();
    }
    return SceneReader.bodyNames(model).stream()
        .mapToInt(name -> indices.getOrDefault(name, Scene.NONE))
        .toArray();
  }
}
