package org.ophiura.app.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ophiura.sim.classic.cartpole.CartPole;
import org.ophiura.sim.classic.lake.FrozenLake;
import org.ophiura.sim.classic.lake.FrozenLakeMap;
import org.ophiura.sim.classic.taxi.Taxi;
import org.ophiura.sim.environment.Environment;

/**
 * How much faster the classic environments step natively than in Python's Gymnasium, with random
 * actions that are drawn beforehand, and a reset at each end. Rounds take turns.
 */
final class NativeEnvironments {
  private static final int ROUNDS = 9;
  private static final int WARM_UP_ROUNDS = 3;
  private static final int NATIVE_STEPS = 2_000_000;
  private static final int PYTHON_STEPS = 50_000;
  private static final long SEED = 7;
  private static final double NANOS_PER_SECOND = 1e9;

  private NativeEnvironments() {}

  /** Takes the number of rounds; the property {@code python} is a Python with Gymnasium. */
  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    try (PythonSteps python = new PythonSteps(System.getProperty("python", "python3"));
        Environment lake = FrozenLake.environment(FrozenLakeMap.FOUR, true, 100);
        Environment taxi = Taxi.environment(200);
        Environment cart = new CartPole(CartPole.Integrator.EULER, CartPole.STEP_LIMIT)) {
      System.out.printf(
          Locale.ROOT,
          "Java %s; %s; medians of %d rounds of %d steps natively and %d in Python%n%n"
              + "ns per step:  natively  gymnasium.make   bare   ratio (rounds)   ratio to the bare"
              + " one (rounds)   ratio of lengths of episodes   others%n",
          Runtime.version(),
          python.versions(),
          rounds,
          NATIVE_STEPS,
          PYTHON_STEPS);
      compare("FrozenLake-v1", lake, python, rounds);
      compare("Taxi-v4", taxi, python, rounds);
      compare("CartPole-v1", cart, python, rounds);
    }
  }

  private static void compare(String id, Environment environment, PythonSteps python, int rounds)
      throws IOException {
    int[] actions = actions(environment);
    for (int i = 0; i < WARM_UP_ROUNDS; i++) {
      step(environment, actions);
      python.step(id, "made", PYTHON_STEPS);
      python.step(id, "bare", PYTHON_STEPS);
    }
    List<Series> nanos = List.of(new Series(), new Series(), new Series());
    List<Series> ratios = List.of(new Series(), new Series());
    Series lengths = new Series();
    double pythonSeconds = 0;
    Stopwatch watch = Stopwatch.start();
    for (int i = 0; i < rounds; i++) {
      PythonSteps.Round ours = step(environment, actions);
      PythonSteps.Round made = python.step(id, "made", PYTHON_STEPS);
      PythonSteps.Round bare = python.step(id, "bare", PYTHON_STEPS);
      nanos.get(0).add(ours.nanosPerStep());
      nanos.get(1).add(made.nanosPerStep());
      nanos.get(2).add(bare.nanosPerStep());
      ratios.get(0).add(made.nanosPerStep() / ours.nanosPerStep());
      ratios.get(1).add(bare.nanosPerStep() / ours.nanosPerStep());
      lengths.add(made.stepsPerEpisode() / ours.stepsPerEpisode());
      pythonSeconds += made.cpuSeconds() + bare.cpuSeconds();
    }
    System.out.printf(
        Locale.ROOT,
        "%-14s %7.1f %15.0f %6.0f   %s   %s   %.2f %8.2f%n",
        id,
        nanos.get(0).median(),
        nanos.get(1).median(),
        nanos.get(2).median(),
        describe(ratios.get(0)),
        describe(ratios.get(1)),
        lengths.median(),
        watch.stop(pythonSeconds).othersCores());
  }

  private static String describe(Series ratios) {
    return String.format(
        Locale.ROOT,
        "%5.0f (%.0f to %.0f)",
        ratios.median(),
        ratios.quantile(0),
        ratios.quantile(1));
  }

  private static int[] actions(Environment environment) {
    SplittableRandom random = new SplittableRandom(SEED);
    int count = environment.spaces().actions().count();
    return random.ints(NATIVE_STEPS, 0, count).toArray();
  }

  /** Steps once for each action, and looks at what came of it, as Gymnasium does. */
  private static PythonSteps.Round step(Environment environment, int[] actions) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] observation = new double[environment.spaces().observation().dimension()];
    double sum = 0;
    int episodes = 0;
    long began = System.nanoTime();
    environment.reset(random);
    for (int action : actions) {
      environment.step(action);
      environment.observe(observation);
      sum += environment.reward() + observation[0];
      if (environment.over()) {
        environment.reset(random);
        episodes++;
      }
    }
    double seconds = (System.nanoTime() - began) / NANOS_PER_SECOND;
    if (Double.isNaN(sum)) { // Looks at the sum, so that the compiler cannot leave it out.
      throw new IllegalStateException("what was seen is not a number");
    }
    return new PythonSteps.Round(seconds, seconds, episodes, actions.length);
  }
}
