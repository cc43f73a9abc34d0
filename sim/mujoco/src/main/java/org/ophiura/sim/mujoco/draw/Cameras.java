package org.ophiura.sim.mujoco.draw;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.ophiura.models.BrittleStarNames;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjModel;
import org.ophiura.mujoco.mjvCamera;
import org.ophiura.sim.NearestName;
import org.ophiura.sim.mujoco.MujocoModel;

/** Finds cameras by their name. */
final class Cameras {
  private static final double FOLLOW_AZIMUTH_DEGREES = 60;
  private static final double FOLLOW_ELEVATION_DEGREES = -38;

  /** In the robot's reach: leaves room around it for where it comes from and goes to. */
  private static final double FOLLOW_DISTANCE = 4.4;

  private static final double ABOVE_DISTANCE = 7;

  private Cameras() {}

  /**
   * The names that there are to choose from.
   *
   * @param follows whether there is a robot to follow
   */
  static List<String> names(MujocoModel model, boolean follows) {
    mjModel struct = model.struct();
    List<String> names = new ArrayList<>();
    if (follows) {
      names.add(View.FOLLOW);
      names.add(View.ABOVE);
    }
    names.add(View.FREE);
    for (int camera = 0; camera < struct.ncam(); camera++) {
      BytePointer name = Mujoco.mj_id2name(struct, Mujoco.mjOBJ_CAMERA, camera);
      if (name != null && !name.isNull()) {
        names.add(shortName(name.getString()));
      }
    }
    return names;
  }

  private static String shortName(String name) {
    return name.startsWith(BrittleStarNames.PREFIX)
        ? name.substring(BrittleStarNames.PREFIX.length())
        : name;
  }

  /** Whether a camera of ours moves with the robot. */
  static boolean moves(mjvCamera camera, String name) {
    return camera.type() == Mujoco.mjCAMERA_FREE && !name.equals(View.FREE);
  }

  /**
   * Makes the camera of a name; the caller frees it.
   *
   * @param trunk the body that is followed, or -1
   * @param reach how far the robot reaches from there, m
   * @throws DrawingException with the nearest name and all others, if there is none
   */
  static mjvCamera find(MujocoModel model, String name, int trunk, double reach) {
    mjModel struct = model.struct();
    mjvCamera camera = new mjvCamera();
    Mujoco.mjv_defaultCamera(camera);
    for (String full : List.of(name, BrittleStarNames.PREFIX + name)) {
      int id = Mujoco.mj_name2id(struct, Mujoco.mjOBJ_CAMERA, full);
      if (id >= 0) {
        camera.type(Mujoco.mjCAMERA_FIXED);
        camera.fixedcamid(id);
        return camera;
      }
    }
    if (name.equals(View.FREE)) {
      Mujoco.mjv_defaultFreeCamera(struct, camera);
      return camera;
    }
    boolean above = name.equals(View.ABOVE);
    if (trunk >= 0 && (above || name.equals(View.FOLLOW))) {
      camera.type(Mujoco.mjCAMERA_FREE); // MuJoCo's own tracking would sway with the arms.
      camera.distance((above ? ABOVE_DISTANCE : FOLLOW_DISTANCE) * reach);
      camera.azimuth(above ? 90 : FOLLOW_AZIMUTH_DEGREES);
      camera.elevation(above ? -90 : FOLLOW_ELEVATION_DEGREES);
      return camera;
    }
    camera.close();
    throw new DrawingException(
        model.name()
            + " has no camera named '"
            + name
            + "'"
            + NearestName.suggestion(name, names(model, trunk >= 0)));
  }
}
