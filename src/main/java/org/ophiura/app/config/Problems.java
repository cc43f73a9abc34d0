package org.ophiura.app.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong with a file, so that a user sees all of it at once. */
final class Problems {
  private record Problem(Location at, String text) {
    /** Problems of the file come before those of the command line. */
    int order() {
      return at.line() == 0 ? Integer.MAX_VALUE : at.line();
    }
  }

  private final List<Problem> found = new ArrayList<>();

  void add(Location at, String text) {
    found.add(new Problem(at, (at + ": " + text).replaceAll("\\p{Cntrl}", "?")));
  }

  void add(Location at, String path, String rule) {
    add(at, path.isEmpty() ? rule : path + " " + rule);
  }

  int count() {
    return found.size();
  }

  /**
   * Ends the reading if there is a problem.
   *
   * @throws ConfigException listing all of them, in the order of the lines
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new ConfigException(
          found.stream()
              .sorted(Comparator.comparingInt(Problem::order))
              .map(Problem::text)
              .distinct()
              .toList());
    }
  }
}
