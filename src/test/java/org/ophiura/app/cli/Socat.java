package org.ophiura.app.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.ophiura.sim.hardware.link.LinkException;
import org.ophiura.sim.hardware.link.PtyPair;

/** Pseudo-terminals for tests: they must be there where OPHIURA_TEST_REQUIRES names socat. */
final class Socat {
  private static final String REQUIRED = "OPHIURA_TEST_REQUIRES";

  private Socat() {}

  /** A pair in a folder; skips the calling test on a machine without socat. */
  static PtyPair pair(Path folder) {
    try {
      return PtyPair.open(folder.resolve("robot"), folder.resolve("servos"));
    } catch (LinkException e) {
      String required = System.getProperty(REQUIRED, System.getenv(REQUIRED));
      if (required != null && List.of(required.split("[ ,]+", -1)).contains("socat")) {
        throw e;
      }
      assumeTrue(false, e.getMessage());
      throw e;
    }
  }
}
