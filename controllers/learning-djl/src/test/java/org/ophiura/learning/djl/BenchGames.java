package org.ophiura.learning.djl;

import org.ophiura.sim.classic.pixels.Catch;
import org.ophiura.sim.classic.pixels.CatchSettings;
import org.ophiura.sim.environment.Environment;

/** The games that measurements play. */
final class BenchGames {
  private BenchGames() {}

  static Environment open(String name) {
    return switch (name) {
      case "catch" -> new Catch(new CatchSettings(8, 16, 10, 2, 10));
      default -> throw new IllegalArgumentException("must be catch or pong, got " + name);
    };
  }
}
