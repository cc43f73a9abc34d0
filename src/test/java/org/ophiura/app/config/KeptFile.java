package org.ophiura.app.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A generated file that is kept with the sources. Tests compare; with {@code -Dregenerate=true}
 * they write it anew instead.
 */
public final class KeptFile {
  private KeptFile() {}

  /** Fails if the kept file is not what is generated now. */
  public static void assertInStep(Path kept, String generated) throws IOException {
    if (Boolean.getBoolean("regenerate")) {
      Path folder = kept.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(kept, generated);
    }
    assertEquals(
        generated,
        Files.exists(kept) ? Files.readString(kept) : "",
        kept + " is out of step; write it anew: mvn test -pl src -am -Dregenerate=true");
  }
}
