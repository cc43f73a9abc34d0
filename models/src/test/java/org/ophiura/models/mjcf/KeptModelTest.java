package org.ophiura.models.mjcf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ophiura.models.BrittleStarScene;

/** Holds {@code models/brittle-star.xml}, which people open in a viewer, to what is written. */
final class KeptModelTest {
  private static final Path KEPT = Path.of("brittle-star.xml");

  @Test
  void keptModelIsInStepWithTheWriter() throws IOException {
    BrittleStarScene scene = BrittleStarScene.tutorial();
    if (Boolean.getBoolean("ophiura.regenerate")) {
      MjcfWriter.write(scene, KEPT);
    }
    assertEquals(
        MjcfWriter.toXml(scene),
        Files.readString(KEPT),
        "models/brittle-star.xml is out of step; write it again with:"
            + " mvn test -pl models -Dophiura.regenerate=true");
  }
}
