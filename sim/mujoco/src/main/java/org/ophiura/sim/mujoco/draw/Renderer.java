package org.ophiura.sim.mujoco.draw;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;
import org.ophiura.mujoco.mjData;
import org.ophiura.sim.mujoco.MujocoModel;
import org.ophiura.sim.mujoco.MujocoPlant;
import org.ophiura.sim.mujoco.SimulatedPlant;

/**
 * Draws simulated robots by MuJoCo's own renderer, without a display. Tell it of each control step
 * by {@link #observe}, then draw as many moments of that step as are needed, and {@link #read} each
 * picture.
 *
 * <p>It reads plants and copies what it draws: plants and models stay as they are, whatever is
 * drawn. Belongs to the thread that made it, as its OpenGL context does; any other gets an {@link
 * IllegalStateException}, and so does who uses it after it was closed. Drawing allocates no
 * buffers. Owns native memory: close it.
 */
public final class Renderer implements AutoCloseable {
  /** What stands for the leading arm where none leads. */
  public static final int NO_ARM = -1;

  private final View view;
  private final OffscreenContext context;
  private final Map<MujocoModel, ModelView> models = new HashMap<>();
  private final Trail trail = new Trail();
  private @Nullable ModelView current;
  private @Nullable ModelView drawn;

  /**
   * Prepares for pictures of one kind.
   *
   * @throws DrawingException if this machine lacks a driver
   */
  public Renderer(View view) {
    this.view = view;
    context = new OffscreenContext();
  }

  /**
   * The cameras that a model's pictures can be taken by, ours first. Needs no driver.
   *
   * @return names as {@link View#cameras} takes them
   */
  public static List<String> cameras(MujocoModel model) {
    try (Pose pose = new Pose(model)) {
      return Cameras.names(model, new Anatomy(model, pose.initial()).trunk() >= 0);
    }
  }

  /** What kind of pictures it draws. */
  public View view() {
    return view;
  }

  /** What draws, such as {@code llvmpipe}: for people to read. */
  public String device() {
    return context.renderer();
  }

  /**
   * Forgets the path so far and looks at a plant that was reset.
   *
   * @throws DrawingException if a camera of the view is not in its model
   */
  public void begin(SimulatedPlant plant) {
    trail.clear();
    look(plant, true);
  }

  /**
   * Looks at a plant after a control step. Not modified.
   *
   * @throws DrawingException if the robot's model changed to one that lacks a camera of the view
   */
  public void observe(SimulatedPlant plant) {
    look(plant, false);
  }

  private void look(SimulatedPlant plant, boolean jumped) {
    context.use();
    MujocoPlant now = plant.current();
    ModelView model = models.get(now.model());
    if (model == null) {
      model = new ModelView(now.model(), view);
      models.put(now.model(), model);
    }
    mjData data = now.struct();
    model.pose().read(data, jumped || model != current);
    current = model;
    int trunk = model.anatomy().trunk();
    if (trunk >= 0) {
      DoublePointer positions = data.xpos();
      double radius = 0.01 * model.anatomy().reachMetres();
      trail.add(positions.get(3L * trunk), positions.get(3L * trunk + 1), radius);
    }
  }

  /**
   * Draws a moment of the control step that was observed last, and waits until that is done.
   *
   * @param fraction of the step: 0 its start, 1 its end
   * @param leadingArm index of the arm that is marked, or {@link #NO_ARM}
   * @throws IllegalStateException if no plant was looked at yet
   */
  public void draw(double fraction, int leadingArm) {
    context.use();
    if (current == null) {
      throw new IllegalStateException("there is nothing to draw before begin()");
    }
    current.draw(fraction, leadingArm, trail);
    drawn = current;
  }

  /**
   * Copies the picture that was drawn last.
   *
   * @param rgb direct, of {@link View#pictureBytes}: red, green, blue of each pixel, row by row,
   *     the <em>lowest</em> row first. Modified from its start; its position stays.
   */
  public void read(ByteBuffer rgb) {
    context.use();
    if (drawn == null) {
      throw new IllegalStateException("there is nothing to read before draw()");
    }
    if (!rgb.isDirect() || rgb.capacity() < view.pictureBytes()) {
      throw new IllegalArgumentException(
          "a picture needs a direct buffer of "
              + view.pictureBytes()
              + " bytes, got "
              + rgb.capacity());
    }
    drawn.read(rgb.duplicate().position(0));
  }

  /** Frees all; the plants that were drawn stay as they are. Closing again does nothing. */
  @Override
  public void close() {
    if (!models.isEmpty()) {
      context.use();
      models.values().forEach(ModelView::close);
      models.clear();
    }
    current = null;
    drawn = null;
    context.close();
  }
}
