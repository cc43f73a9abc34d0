package org.ophiura.learning.djl;

import java.util.List;
import java.util.SplittableRandom;
import org.ophiura.sim.classic.atari.AtariPlugin;
import org.ophiura.sim.classic.atari.AtariSettings;
import org.ophiura.sim.classic.pixels.Catch;
import org.ophiura.sim.classic.pixels.CatchSettings;
import org.ophiura.sim.environment.Environment;

/** The games that measurements play, as their trial files have them. */
final class BenchGames {
  private BenchGames() {}

  /**
   * Opens a game by its name.
   *
   * @param python command that Pong is played with
   */
  static Environment open(String name, String python) {
    return switch (name) {
      case "catch" -> new Catch(new CatchSettings(8, 16, 10, 2, 10));
      case "pong" -> pong(42, List.of("noop", "right", "left"), python);
      case "pong-source" -> pong(84, List.of(), python);
      default ->
          throw new IllegalArgumentException("must be catch, pong or pong-source, got " + name);
    };
  }

  private static Environment pong(int size, List<String> actions, String python) {
    return new AtariPlugin()
        .create(
            new AtariSettings("ALE/Pong-v5", 4, 4, size, actions, true, true, 0, 0, python, 60),
            new SplittableRandom(1));
  }
}
