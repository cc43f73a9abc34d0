package org.ophiura.sim.classic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ophiura.sim.classic.cartpole.CartPole;
import org.ophiura.sim.classic.lake.FrozenLake;
import org.ophiura.sim.classic.lake.FrozenLakeMap;
import org.ophiura.sim.classic.taxi.Taxi;
import org.ophiura.sim.environment.TransitionModel;
import org.ophiura.sim.environment.TransitionModel.Transition;

/**
 * The problems are those of the public Gymnasium: tables entry by entry, CartPole step by step.
 * Installs it with pip into a throw-away folder.
 */
@Tag("slow")
final class GymnasiumTest {
  private static final String VERSION = "1.4.0";

  /** Probabilities are sums and quotients of a few doubles. */
  private static final double PROBABILITY_TOLERANCE = 1e-12;

  /** The figure; both sides compute with doubles, in another order. */
  private static final double STATE_TOLERANCE = 1e-6;

  private static final int CART_POLE_EPISODES = 20;

  @TempDir private static Path folder;

  private static DoubleBuffer reference() throws Exception {
    Path packages = folder.resolve("packages");
    run(
        List.of(
            "python3",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--only-binary",
            ":all:",
            "--target",
            packages.toString(),
            "gymnasium==" + VERSION));
    Path script = folder.resolve("gymnasium_reference.py");
    try (InputStream in =
        Objects.requireNonNull(GymnasiumTest.class.getResourceAsStream("gymnasium_reference.py"))) {
      Files.copy(in, script);
    }
    Path out = folder.resolve("reference.bin");
    run(List.of("python3", script.toString(), out.toString()));
    return ByteBuffer.wrap(Files.readAllBytes(out)).order(ByteOrder.nativeOrder()).asDoubleBuffer();
  }

  private static void run(List<String> command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("PYTHONPATH", folder.resolve("packages").toString());
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command + "\n" + output);
  }

  @Test
  void problemsAreThoseOfThePublicGymnasium() throws Exception {
    DoubleBuffer reference = reference();
    for (FrozenLakeMap map : List.of(FrozenLakeMap.FOUR, FrozenLakeMap.EIGHT)) {
      compare(FrozenLake.model(map, true), reference, "slippery " + map);
      compare(FrozenLake.model(map, false), reference, "firm " + map);
    }
    FrozenLakeMap own = new FrozenLakeMap(List.of("SFHF", "FSFG", "GFFH"));
    compare(FrozenLake.model(own, true), reference, own.toString());
    compare(Taxi.model(), reference, "taxi");
    for (CartPole.Integrator integrator : CartPole.Integrator.values()) {
      for (int episode = 0; episode < CART_POLE_EPISODES; episode++) {
        compare(integrator, reference);
      }
    }
    for (int limit : new int[] {100, 200, 200, CartPole.STEP_LIMIT}) {
      assertEquals(limit, reference.get());
    }
    assertEquals(0, reference.remaining());
  }

  private static void compare(TransitionModel model, DoubleBuffer reference, String name) {
    assertEquals(reference.get(), model.stateCount(), name);
    assertEquals(reference.get(), model.actionCount(), name);
    for (int state = 0; state < model.stateCount(); state++) {
      assertEquals(reference.get(), model.startProbability(state), PROBABILITY_TOLERANCE, name);
    }
    for (int state = 0; state < model.stateCount(); state++) {
      for (int action = 0; action < model.actionCount(); action++) {
        String where = name + ", state " + state + ", action " + action;
        assertOutcomes(read(reference), model.outcomes(state, action), where);
      }
    }
  }

  private static List<Transition> read(DoubleBuffer reference) {
    List<Transition> outcomes = new ArrayList<>();
    int count = (int) reference.get();
    for (int i = 0; i < count; i++) {
      outcomes.add(
          new Transition(
              reference.get(), (int) reference.get(), reference.get(), reference.get() != 0));
    }
    return outcomes;
  }

  private static void assertOutcomes(List<Transition> expected, List<Transition> ours, String at) {
    Comparator<Transition> order =
        Comparator.comparingInt(Transition::next).thenComparingDouble(Transition::probability);
    List<Transition> sorted = expected.stream().sorted(order).toList();
    List<Transition> own = ours.stream().sorted(order).toList();
    assertEquals(sorted.size(), own.size(), at);
    for (int i = 0; i < own.size(); i++) {
      assertEquals(sorted.get(i).next(), own.get(i).next(), at);
      assertEquals(
          sorted.get(i).probability(), own.get(i).probability(), PROBABILITY_TOLERANCE, at);
      assertEquals(sorted.get(i).reward(), own.get(i).reward(), at);
      assertEquals(sorted.get(i).terminated(), own.get(i).terminated(), at);
    }
  }

  private static void compare(CartPole.Integrator integrator, DoubleBuffer reference) {
    CartPole cart = new CartPole(integrator, CartPole.STEP_LIMIT);
    cart.begin(reference.get(), reference.get(), reference.get(), reference.get());
    double[] state = new double[4];
    int steps = 0;
    while (!cart.over()) {
      String where = integrator + ", step " + steps++;
      cart.step((int) reference.get());
      cart.observe(state);
      for (double value : state) {
        assertEquals(reference.get(), value, STATE_TOLERANCE, where);
      }
      assertEquals(reference.get(), cart.reward(), where);
      assertEquals(reference.get() != 0, cart.terminated(), where);
      assertEquals(reference.get() != 0, cart.truncated(), where);
    }
    assertTrue(steps > 5, "an episode of " + steps + " steps");
  }
}
