package org.ophiura.sim.mujoco.draw;

import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.scene.Scene;
import org.ophiura.sim.mujoco.scene.SceneReader;

/** Which body of a model is what, by its index. */
final class Anatomy {
  private final List<Scene.Body> bodies;
  private final int trunk;
  private final double reachMetres;

  /**
   * Reads a model.
   *
   * @param start where its bodies are at the start
   */
  Anatomy(MujocoModel model, mjData start) {
    bodies = SceneReader.read(model).bodies();
    trunk = indexOfTrunk(bodies);
    reachMetres = trunk < 0 ? 0 : reach(model.struct(), start, trunk);
  }

  private static int indexOfTrunk(List<Scene.Body> bodies) {
    for (int i = 0; i < bodies.size(); i++) {
      if (bodies.get(i).role() == Scene.Role.TRUNK) {
        return i;
      }
    }
    return Scene.NONE;
  }

  /** To the end of the body that is farthest from the trunk. */
  private static double reach(mjModel model, mjData start, int trunk) {
    DoublePointer positions = start.geom_xpos();
    double farthest = 0;
    for (int geom = 0; geom < model.ngeom(); geom++) {
      int body = model.geom_bodyid().get(geom);
      if (model.body_rootid().get(body) == model.body_rootid().get(trunk)) {
        double squared = 0;
        for (int i = 0; i < 3; i++) {
          double apart = positions.get(3L * geom + i) - start.xpos().get(3L * trunk + i);
          squared += apart * apart;
        }
        farthest = Math.max(farthest, Math.sqrt(squared) + model.geom_rbound().get(geom));
      }
    }
    return farthest;
  }

  /** The body that carries the robot, or -1. */
  int trunk() {
    return trunk;
  }

  /** How far the robot reaches from the middle of its trunk, m. */
  double reachMetres() {
    return reachMetres;
  }

  boolean isSegment(int body) {
    return bodies.get(body).role() == Scene.Role.SEGMENT;
  }

  boolean isTarget(int body) {
    return bodies.get(body).role() == Scene.Role.TARGET;
  }

  /** The first segment of an arm, or -1 if the robot has no such arm, or has lost it. */
  int firstSegment(int arm) {
    for (int i = 0; i < bodies.size(); i++) {
      if (bodies.get(i).arm() == arm && bodies.get(i).segment() == 0 && isSegment(i)) {
        return i;
      }
    }
    return Scene.NONE;
  }
}
