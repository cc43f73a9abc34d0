package org.ophiura.sim.classic.gymnasium;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.classic.PythonPackages;
import org.ophiura.sim.classic.cartpole.CartPole;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EnvironmentContract;
import org.ophiura.sim.environment.EnvironmentException;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.plugin.SettingException;

/** The bridge against the real Gymnasium, which pip installs into a throw-away folder. */
@Tag("slow")
final class GymnasiumBridgeTest {
  /** Gymnasium shows its states as 32-bit floats. */
  private static final double FLOAT = 1e-6;

  @TempDir private static Path folder;
  private static String python = "";

  @BeforeAll
  static void install() throws Exception {
    python = PythonPackages.install(folder, "gymnasium==" + GymnasiumProcess.VERSION);
  }

  @AfterAll
  static void forget() {
    python = "";
  }

  private static GymnasiumProcess process(String id, int count, double timeout) {
    return new GymnasiumProcess(
        new GymnasiumProcess.Request(python, id, Map.of(), count, 1, timeout));
  }

  private static Environment environment(String id, List<String> options) {
    return new GymnasiumPlugin()
        .create(new GymnasiumSettings(id, options, 0, python, 60), new SplittableRandom(1));
  }

  @Nested
  final class CartPoleContract extends EnvironmentContract {
    @Override
    protected Environment newEnvironment() {
      return environment("CartPole-v1", List.of());
    }

    @Override
    protected int stepLimit() {
      return 500;
    }
  }

  @Nested
  final class FrozenLakeContract extends EnvironmentContract {
    @Override
    protected Environment newEnvironment() {
      return environment("FrozenLake-v1", List.of("is_slippery=true", "map_name=4x4"));
    }

    @Override
    protected int stepLimit() {
      return 100;
    }
  }

  @Test
  void bridgedCartPoleMovesAsOurs() {
    try (Environment bridged = environment("CartPole-v1", List.of())) {
      bridged.reset(new SplittableRandom(3));
      double[] theirs = new double[4];
      double[] ours = new double[4];
      bridged.observe(theirs);
      CartPole cart = new CartPole(CartPole.Integrator.EULER, 500);
      cart.begin(theirs[0], theirs[1], theirs[2], theirs[3]);
      SplittableRandom actions = new SplittableRandom(4);
      int steps = 0;
      while (!cart.over()) {
        int action = actions.nextInt(2);
        cart.step(action);
        bridged.step(action);
        cart.observe(ours);
        bridged.observe(theirs);
        assertArrayEquals(ours, theirs, FLOAT, "after step " + ++steps);
        assertEquals(cart.terminated(), bridged.terminated());
      }
      assertTrue(steps > 5, steps + " steps");
    }
  }

  @Test
  void severalEnvironmentsAreSteppedByOneFrame() {
    try (GymnasiumProcess process = process("CartPole-v1", 3, 60)) {
      process.resetAll(new SplittableRandom(5));
      double[][] before = observe(process);
      process.step(new int[] {0, -1, 1});
      double[][] after = observe(process);
      assertTrue(after[0][1] < before[0][1], "pushed to the left");
      assertArrayEquals(before[1], after[1], 0, "left alone");
      assertTrue(after[2][1] > before[2][1], "pushed to the right");
      process.reset(1, new SplittableRandom(6));
      assertArrayEquals(after[0], observe(process)[0], 0, "only one was reset");
      assertEquals(1, process.reward(0));
    }
  }

  private static double[][] observe(GymnasiumProcess process) {
    return IntStream.range(0, process.count())
        .mapToObj(
            index -> {
              double[] out = new double[4];
              process.observe(index, out);
              return out;
            })
        .toArray(double[][]::new);
  }

  @Test
  void sameSeedGivesTheSameEpisode() {
    double[][] first = new double[2][4];
    for (int run = 0; run < 2; run++) {
      try (Environment environment = environment("CartPole-v1", List.of())) {
        environment.reset(new SplittableRandom(7));
        environment.step(1);
        environment.observe(first[run]);
      }
    }
    assertArrayEquals(first[0], first[1], 0);
  }

  @Test
  void processThatIsKilledIsAClearError() throws Exception {
    try (GymnasiumProcess process = process("CartPole-v1", 1, 60)) {
      process.resetAll(new SplittableRandom(8));
      PythonPackages.run(List.of("kill", "-KILL", Long.toString(process.pid())));
      EnvironmentException e =
          assertThrows(
              EnvironmentException.class,
              () -> {
                for (int i = 0; i < 1000; i++) { // The signal may take a moment to arrive.
                  process.step(new int[] {0});
                  process.resetAll(new SplittableRandom(8));
                }
              });
      assertTrue(
          String.valueOf(e.getMessage())
              .startsWith("Gymnasium's CartPole-v1: its Python process has ended unexpectedly"),
          e.getMessage());
    }
  }

  @Test
  void processThatHangsIsEndedInTime() throws Exception {
    try (GymnasiumProcess process = process("CartPole-v1", 1, 3)) {
      process.resetAll(new SplittableRandom(9));
      PythonPackages.run(List.of("kill", "-STOP", Long.toString(process.pid())));
      EnvironmentException e =
          assertThrows(EnvironmentException.class, () -> process.step(new int[] {0}));
      assertEquals(
          "Gymnasium's CartPole-v1 did not answer within 3.0 s, so its Python process was ended;"
              + " raise environment.timeout if it is only slow",
          e.getMessage());
    }
  }

  @Test
  void failureInsideOfAnEnvironmentIsTold() {
    try (GymnasiumProcess process = process("CartPole-v1", 1, 60)) {
      EnvironmentException e =
          assertThrows(EnvironmentException.class, () -> process.step(new int[] {0}));
      assertTrue(
          String.valueOf(e.getMessage()).contains("ResetNeeded"), "not reset: " + e.getMessage());
    }
  }

  @Test
  void unknownIdNamesTheNearest() {
    SettingException e =
        assertThrows(SettingException.class, () -> environment("FrozenLak-v1", List.of()));
    assertEquals("id", e.path());
    assertTrue(
        String.valueOf(e.getMessage()).contains("did you mean 'FrozenLake-v1'?"), e.getMessage());
  }

  @Test
  void continuousActionsAreRefused() {
    SettingException e =
        assertThrows(SettingException.class, () -> environment("Pendulum-v1", List.of()));
    assertTrue(
        String.valueOf(e.getMessage())
            .contains("must be an environment with discrete actions, those of Pendulum-v1 are Box"),
        e.getMessage());
  }

  @Test
  void missingPackageComesWithThePipLine() {
    SettingException e =
        assertThrows(
            SettingException.class,
            () ->
                new GymnasiumPlugin()
                    .create(
                        new GymnasiumSettings("CartPole-v1", List.of(), 0, bare(), 60),
                        new SplittableRandom(1)));
    assertEquals("python", e.path());
    assertTrue(
        String.valueOf(e.getMessage())
            .endsWith("-m pip install gymnasium==" + GymnasiumProcess.VERSION),
        e.getMessage());
  }

  /** A Python that has no packages at all. */
  private static String bare() {
    Path command = folder.resolve("bare-python");
    try {
      Files.writeString(command, "#!/bin/sh\nshift\nexec python3 -I -S -u \"$@\"\n");
      if (!command.toFile().setExecutable(true)) {
        throw new IllegalStateException(command + " cannot be made executable");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return command.toString();
  }

  @Test
  void spacesAreThoseOfGymnasium() {
    try (GymnasiumProcess process = process("CartPole-v1", 1, 60)) {
      Space.Box box = (Space.Box) process.spaces().observation();
      assertEquals(4.8, box.dimensions().get(0).high(), FLOAT);
      assertTrue(
          Double.isInfinite(box.dimensions().get(1).high())
              || box.dimensions().get(1).high() > 1e30);
      assertEquals(2, process.spaces().actions().count());
    }
    try (GymnasiumProcess process = process("Taxi-v4", 1, 60)) {
      assertEquals(500, ((Space.Discrete) process.spaces().observation()).count());
      assertEquals(6, process.spaces().actions().count());
    }
  }
}
