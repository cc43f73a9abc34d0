package org.ophiura.sim.mujoco.draw;

import java.nio.charset.StandardCharsets;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.ophiura.mujoco.Mujoco;

/** An OpenGL context without a window. Belongs to the thread that made it; close it there. */
final class OffscreenContext implements AutoCloseable {
  private final Thread owner = Thread.currentThread();
  private @Nullable Pointer context;

  /**
   * Makes it and makes it current.
   *
   * @throws DrawingException if this machine has no graphics driver
   */
  OffscreenContext() {
    try {
      Loader.load(Mujoco.class);
    } catch (LinkageError e) {
      throw new DrawingException("the MuJoCo library cannot be loaded: " + e.getMessage());
    }
    context = Mujoco.offscreen_open();
    if (context == null) {
      throw DrawingException.noDriver(
          Mujoco.offscreen_last_error().getString(StandardCharsets.UTF_8));
    }
  }

  /**
   * Makes it current, for a thread may have several.
   *
   * @throws IllegalStateException if it is closed, or another thread's
   */
  void use() {
    if (context == null) {
      throw new IllegalStateException("the renderer is closed");
    }
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException(
          "a renderer belongs to the thread that made it, "
              + owner.getName()
              + "; make one for each thread");
    }
    if (Mujoco.offscreen_make_current(context) != 0) {
      throw new IllegalStateException(
          Mujoco.offscreen_last_error().getString(StandardCharsets.UTF_8));
    }
  }

  /** What draws, such as {@code llvmpipe}. */
  String renderer() {
    use();
    return Mujoco.offscreen_renderer().getString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    if (context != null) {
      use();
      Mujoco.offscreen_close(context);
      context = null;
    }
  }
}
