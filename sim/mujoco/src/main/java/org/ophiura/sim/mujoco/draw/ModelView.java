package org.ophiura.sim.mujoco.draw;

import java.util.ArrayList;
import java.util.List;
import org.ophiura.mujoco.Mujoco;
import org.ophiura.mujoco.mjData;
import org.ophiura.mujoco.mjModel;
import org.ophiura.mujoco.mjrContext;
import org.ophiura.mujoco.mjrRect;
import org.ophiura.mujoco.mjvCamera;
import org.ophiura.mujoco.mjvOption;
import org.ophiura.mujoco.mjvScene;
import org.ophiura.sim.mujoco.MujocoModel;

/**
 * Draws one model; needs the OpenGL context that was current when it was made. Owns the model's
 * textures and meshes on the graphics card.
 */
final class ModelView implements AutoCloseable {
  /** Room for what is not in the model: the path, the mark. */
  private static final int MORE_GEOMS = 4096;

  private final mjModel model;
  private final View view;
  private final Pose pose;
  private final Anatomy anatomy;
  private final Paint paint;
  private final List<mjvCamera> cameras = new ArrayList<>();
  private final List<mjrRect> parts = new ArrayList<>();
  private final mjvOption option = new mjvOption();
  private final mjvScene scene = new mjvScene();
  private final mjrContext context = new mjrContext();
  private final mjrRect whole;

  /**
   * Brings the model to the graphics card.
   *
   * @throws DrawingException if a camera is not there, or the driver refuses
   */
  ModelView(MujocoModel shared, View view) {
    this.view = view;
    model = shared.struct();
    pose = new Pose(shared);
    anatomy = new Anatomy(shared, pose.initial());
    paint = new Paint(model, anatomy);
    whole = part(0, view.pictureWidth(), view.height());
    Mujoco.mjv_defaultOption(option);
    Mujoco.mjv_defaultScene(scene);
    Mujoco.mjr_defaultContext(context);
    try {
      for (String name : view.cameras()) {
        parts.add(part(parts.size() * view.width(), view.width(), view.height()));
        cameras.add(Cameras.find(shared, name, anatomy.trunk(), anatomy.reachMetres()));
      }
      Mujoco.mjv_makeScene(
          model, scene, MORE_GEOMS + 4 * Math.toIntExact(model.ngeom() + model.nsite()));
      Mujoco.mjr_makeContext(model, context, Mujoco.mjFONTSCALE_100);
      Mujoco.mjr_resizeOffscreen(view.pictureWidth(), view.height(), context);
      use();
    } catch (DrawingException e) {
      close();
      throw e;
    } catch (RuntimeException e) { // How a fatal error of MuJoCo arrives.
      close();
      throw DrawingException.noDriver(String.valueOf(e.getMessage()));
    }
  }

  private static mjrRect part(int left, int width, int height) {
    return new mjrRect().left(left).bottom(0).width(width).height(height);
  }

  private void use() {
    Mujoco.mjr_setBuffer(Mujoco.mjFB_OFFSCREEN, context);
    if (context.currentBuffer() != Mujoco.mjFB_OFFSCREEN) {
      throw DrawingException.noDriver("it has no buffer to draw in");
    }
  }

  Pose pose() {
    return pose;
  }

  Anatomy anatomy() {
    return anatomy;
  }

  /** Draws all cameras' views, and waits until that is done. */
  void draw(double fraction, int leadingArm, Trail trail) {
    use();
    mjData data = pose.at(fraction);
    for (int i = 0; i < cameras.size(); i++) {
      mjvCamera camera = cameras.get(i);
      if (Cameras.moves(camera, view.cameras().get(i))) {
        for (int k = 0; k < 2; k++) {
          camera.lookat(k, data.xpos().get(3L * anatomy.trunk() + k));
        }
      }
      Mujoco.mjv_updateScene(model, data, option, null, camera, Mujoco.mjCAT_ALL, scene);
      scene.flags(Mujoco.mjRND_SHADOW, (byte) (view.shadows() ? 1 : 0));
      scene.flags(Mujoco.mjRND_REFLECTION, (byte) (view.shadows() ? 1 : 0));
      paint.color(scene, pose);
      paint.addPath(scene, trail);
      paint.addLeader(scene, data, leadingArm);
      paint.light(scene, data);
      Mujoco.mjr_render(parts.get(i), scene, context);
    }
    Mujoco.mjr_finish();
  }

  /** Reads back what was drawn: red, green, blue, the lowest row first. */
  void read(java.nio.ByteBuffer rgb) {
    use();
    Mujoco.mjr_readPixels(rgb, null, whole, context);
  }

  @Override
  public void close() {
    Mujoco.mjr_freeContext(context);
    Mujoco.mjv_freeScene(scene);
    cameras.forEach(mjvCamera::close);
    parts.forEach(mjrRect::close);
    whole.close();
    context.close();
    scene.close();
    option.close();
    pose.close();
  }
}
