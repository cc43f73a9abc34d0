package org.ophiura.app.film;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import org.ophiura.sim.mujoco.draw.DrawingException;
import org.ophiura.sim.mujoco.draw.Renderer;
import org.ophiura.sim.mujoco.draw.View;

/** Whether tests can draw: they must where OPHIURA_TEST_REQUIRES names egl. */
public final class GraphicsDriver {
  private static final String REQUIRED = "OPHIURA_TEST_REQUIRES";

  private GraphicsDriver() {}

  /** Skips the calling test on a machine without a driver. */
  public static void require() {
    try {
      new Renderer(new View(64, 64, List.of(View.FREE), false)).close();
    } catch (DrawingException e) {
      String required = System.getProperty(REQUIRED, System.getenv(REQUIRED));
      if (required != null && List.of(required.split("[ ,]+", -1)).contains("egl")) {
        throw e;
      }
      assumeTrue(false, e.getMessage());
    }
  }
}
