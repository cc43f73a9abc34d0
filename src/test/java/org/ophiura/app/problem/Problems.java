package org.ophiura.app.problem;

import java.nio.file.Path;
import java.util.List;
import org.ophiura.app.config.ConfigReader;

/** Kept problems with changes, for tests. */
public final class Problems {
  private Problems() {}

  /** The file of a kept problem. */
  public static Path file(String name) {
    return Path.of("trials/classic", name + ".yaml");
  }

  /** A kept problem with changes as of {@code --set}. */
  public static ProblemSettings read(String name, String... changes) {
    return ConfigReader.read(file(name), ProblemSettings.class, List.of(changes));
  }
}
