package org.ophiura.sim.mujoco.draw;

import org.bytedeco.javacpp.DoublePointer;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;
import org.ophiura.mujoco.mjvGeom;
import org.ophiura.mujoco.mjvLight;
import org.ophiura.mujoco.mjvScene;

/**
 * Colours what MuJoCo has put into a scene, and adds to it what is not in the model: the path, and
 * the mark of the leading arm. The scene alone is changed.
 */
final class Paint {
  private static final float[] TOUCHING = {0.86f, 0.20f, 0.16f, 1};
  private static final float[] FREE = {0.30f, 0.66f, 0.40f, 1};
  private static final float[] TARGET = {0.96f, 0.50f, 0.12f, 0.75f};
  private static final float[] PATH = {0.98f, 0.95f, 0.70f, 1};
  private static final float[] LEADER = {1.00f, 0.82f, 0.10f, 1};

  private static final double PATH_RADIUS = 0.012; // Of the robot's reach; so are the next four.
  private static final double ARROW_HEIGHT = 0.16;
  private static final double ARROW_START = 0.15;
  private static final double ARROW_END = 0.95;
  private static final double ARROW_RADIUS = 0.035;

  private static final double LIGHT_DISTANCE = 1.1; // Of the robot's reach.

  /** Of the light over the robot. */
  private static final float[] KEY_DIRECTION = {0.42f, 0.30f, -0.857f};

  private final mjModel model;
  private final Anatomy anatomy;
  private final double[] from = new double[3];
  private final double[] to = new double[3];

  Paint(mjModel model, Anatomy anatomy) {
    this.model = model;
    this.anatomy = anatomy;
  }

  /** Colours segments by whether they touch something, and the target. */
  void color(mjvScene scene, Pose pose) {
    mjvGeom geom = scene.geoms();
    for (int i = 0; i < scene.ngeom(); i++) {
      geom.position(i);
      if (geom.objtype() == Mujoco.mjOBJ_GEOM) {
        int id = geom.objid();
        int body = model.geom_bodyid().get(id);
        boolean solid = model.geom_contype().get(id) != 0 || model.geom_conaffinity().get(id) != 0;
        if (solid && anatomy.isSegment(body)) {
          set(geom, pose.touches(body) ? TOUCHING : FREE);
        }
      } else if (geom.objtype() == Mujoco.mjOBJ_SITE
          && anatomy.isTarget(model.site_bodyid().get(geom.objid()))) {
        set(geom, TARGET);
      }
    }
  }

  private static void set(mjvGeom geom, float[] color) {
    for (int i = 0; i < 4; i++) {
      geom.rgba(i, color[i]);
    }
  }

  /** Adds the path on the ground, as far as the scene has room. */
  void addPath(mjvScene scene, Trail trail) {
    double radius = PATH_RADIUS * anatomy.reachMetres();
    for (int i = 1; i < trail.size(); i++) {
      trail.get(i - 1, from);
      trail.get(i, to);
      add(scene, Mujoco.mjGEOM_CAPSULE, radius, PATH);
    }
  }

  /** Adds an arrow above the trunk that points along the leading arm; none where there is none. */
  void addLeader(mjvScene scene, mjData data, int leadingArm) {
    int segment = leadingArm < 0 ? -1 : anatomy.firstSegment(leadingArm);
    if (segment < 0 || anatomy.trunk() < 0) {
      return;
    }
    DoublePointer positions = data.xpos();
    double length = 0;
    for (int i = 0; i < 3; i++) {
      from[i] = positions.get(3L * anatomy.trunk() + i);
      to[i] = positions.get(3L * segment + i) - from[i];
      length += to[i] * to[i];
    }
    double scale = anatomy.reachMetres() / Math.sqrt(length);
    for (int i = 0; i < 3; i++) {
      double middle = from[i] + (i == 2 ? ARROW_HEIGHT * anatomy.reachMetres() : 0);
      from[i] = middle + ARROW_START * scale * to[i];
      to[i] = middle + ARROW_END * scale * to[i];
    }
    add(scene, Mujoco.mjGEOM_ARROW, ARROW_RADIUS * anatomy.reachMetres(), LEADER);
  }

  private void add(mjvScene scene, int type, double width, float[] color) {
    int place = scene.ngeom();
    if (place < scene.maxgeom()) {
      mjvGeom geom = scene.geoms().position(place);
      Mujoco.mjv_initGeom(geom, type, (double[]) null, (double[]) null, (double[]) null, color);
      Mujoco.mjv_connector(geom, type, width, from, to);
      scene.ngeom(place + 1);
    }
  }

  /**
   * Lets a light throw shadows where none of the model's does: one that stands over the robot, as
   * bright as it was.
   */
  void light(mjvScene scene, mjData data) {
    mjvLight lights = scene.lights();
    int chosen = -1;
    for (int i = 0; i < scene.nlight(); i++) {
      mjvLight light = lights.position(i);
      if (light.castshadow() != 0) {
        return;
      }
      if (light.headlight() == 0) {
        chosen = i;
      }
    }
    if (chosen >= 0 && anatomy.trunk() >= 0) {
      mjvLight light = lights.position(chosen);
      // What is behind a light throws no shadow: so near, it leaves out the aquarium's walls.
      float away = (float) (LIGHT_DISTANCE * anatomy.reachMetres());
      for (int i = 0; i < 3; i++) {
        float middle = i == 2 ? 0 : (float) data.xpos().get(3L * anatomy.trunk() + i);
        light.dir(i, KEY_DIRECTION[i]);
        light.pos(i, middle - away * KEY_DIRECTION[i]);
      }
      light.castshadow((byte) 1);
    }
  }
}
