package org.ophiura.sim.mujoco.draw;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

/** Whether tests can draw: they must where OPHIURA_TEST_REQUIRES names egl. */
final class GraphicsDriver {
  private static final String REQUIRED = "OPHIURA_TEST_REQUIRES";

  private GraphicsDriver() {}

  /** Skips the calling test on a machine without a driver. */
  static void require() {
    try {
      new OffscreenContext().close();
    } catch (DrawingException e) {
      String required = System.getProperty(REQUIRED, System.getenv(REQUIRED));
      if (required != null && List.of(required.split("[ ,]+", -1)).contains("egl")) {
        throw e;
      }
      assumeTrue(false, e.getMessage());
    }
  }
}
