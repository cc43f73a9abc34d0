package org.ophiura.sim.classic.atari;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.classic.PythonPackages;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Pictured;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.SettingException;

/** Pong, prepared here, against Gymnasium's own preparation of the same game. */
@Tag("slow")
final class AtariTest {
  private static final int SEED = 1234;
  private static final int STEPS = 400;

  /** Both take the mean over an area; OpenCV rounds it by other arithmetic. */
  private static final int GREYS = 1;

  @TempDir private static Path folder;
  private static String python = "";

  @BeforeAll
  static void install() throws Exception {
    python =
        PythonPackages.install(
            folder, "gymnasium==1.4.0", "ale-py==0.12.1", "opencv-python-headless");
  }

  private static Environment pong(boolean fire, int noOps) {
    return new AtariPlugin()
        .create(
            new AtariSettings(
                "ALE/Pong-v5", 4, 4, 84, List.of(), false, fire, noOps, 0, python, 60),
            new SplittableRandom(1));
  }

  /** A generator whose next seed, for a process, is {@code seed}. */
  private static RandomGenerator seeded(int seed) {
    return () -> (long) seed << (Integer.SIZE + 1);
  }

  @Test
  void picturesAreThoseOfGymnasiumsOwnPreparation() throws Exception {
    Path script = folder.resolve("atari_reference.py");
    try (InputStream in =
        Objects.requireNonNull(AtariTest.class.getResourceAsStream("atari_reference.py"))) {
      Files.copy(in, script);
    }
    Path file = folder.resolve("reference.bin");
    PythonPackages.run(
        List.of(
            python,
            script.toString(),
            Integer.toString(SEED),
            Integer.toString(STEPS),
            file.toString()));
    ByteBuffer reference = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    double[] seen = new double[4 * 84 * 84];
    int points = 0;
    try (Environment pong = pong(false, 0)) {
      pong.reset(seeded(SEED));
      for (int step = 0; step < STEPS; step++) {
        pong.step(step / 3 % 6);
        assertEquals(reference.getDouble(), pong.reward(), "reward of step " + step);
        assertEquals(reference.get() != 0, pong.terminated());
        assertEquals(reference.get() != 0, pong.truncated());
        points += (int) Math.abs(pong.reward());
        pong.observe(seen);
        int worst = 0;
        for (double value : seen) {
          worst = Math.max(worst, Math.abs((reference.get() & 0xFF) - (int) value));
        }
        assertTrue(worst <= GREYS, "step " + step + " is off by " + worst);
      }
    }
    assertTrue(points > 0, "somebody must have scored");
  }

  @Test
  void gameThatIsFiredBeginsWithTheBall() {
    try (Environment pong = pong(true, 0)) {
      assertEquals(new Space.Image(84, 84, 4), pong.spaces().observation());
      pong.reset(new SplittableRandom(2));
      double[] seen = new double[4 * 84 * 84];
      pong.observe(seen);
      assertTrue(pong.spaces().observation().contains(seen));
      assertTrue(
          pong instanceof Pictured pictured && pictured.pictureWidth() == 160,
          "the screen of an Atari");
    }
  }

  private static AtariSettings choosing(String... actions) {
    return new AtariSettings(
        "ALE/Pong-v5", 4, 4, 84, List.of(actions), true, true, 0, 0, python, 60);
  }

  /** The third of the game's actions, which is the second of those chosen, ends the same. */
  @Test
  void chosenActionsAreThoseOfTheGame() {
    AtariPlugin plugin = new AtariPlugin();
    double[] all = new double[4 * 84 * 84];
    double[] some = new double[all.length];
    try (Environment whole = plugin.create(choosing(), new SplittableRandom(1));
        Environment chosen =
            plugin.create(choosing("noop", "right", "left"), new SplittableRandom(1))) {
      assertEquals(new Space.Discrete(List.of("noop", "right", "left")), chosen.spaces().actions());
      int[] sameInWhole = {0, 2, 3};
      whole.reset(new SplittableRandom(3));
      chosen.reset(new SplittableRandom(3));
      for (int step = 0; step < 30; step++) {
        int action = step / 4 % 3;
        whole.step(sameInWhole[action]);
        chosen.step(action);
        whole.observe(all);
        chosen.observe(some);
        assertArrayEquals(all, some, "step " + step);
      }
    }
  }

  @Test
  void actionThatTheGameLacksIsRefusedWithTheNearest() {
    SettingException e =
        assertThrows(
            SettingException.class,
            () -> new AtariPlugin().create(choosing("noop", "rihgt"), new SplittableRandom(1)));
    assertEquals("actions[1]", e.path());
    assertTrue(String.valueOf(e.getMessage()).contains("did you mean 'right'?"), e.getMessage());
    assertThrows(SettingException.class, () -> choosing("left", "left"));
  }

  @Test
  void whatIsNoAtariGameIsRefused() {
    SettingException e =
        assertThrows(
            SettingException.class,
            () ->
                new AtariPlugin()
                    .create(
                        new AtariSettings(
                            "ALE/Pongg-v5", 4, 4, 84, List.of(), true, true, 0, 0, python, 60),
                        new SplittableRandom(1)));
    assertEquals("id", e.path());
    assertTrue(String.valueOf(e.getMessage()).contains("did you mean 'ALE/Pong"), e.getMessage());
  }
}
