package org.ophiura.app.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ophiura.app.trial.Checkpoints;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Outcomes;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialState;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;
import org.ophiura.sim.plugin.Choice;
import org.ophiura.sim.plugin.EnvironmentPlugin;

/** A stop in the middle of an episode. */
final class EpisodeStopTest {
  private static final int EPISODE_STEPS = 50;

  /** A walk on a line whose every step somebody sees. */
  private static final class Walk implements Environment {
    private final Runnable onlooker;
    private double place;
    private int left;

    Walk(Runnable onlooker) {
      this.onlooker = onlooker;
    }

    @Override
    public Spaces spaces() {
      return new Spaces(
          new Space.Box(List.of(new Space.Box.Dimension("place", "", -100, 100))),
          new Space.Discrete(List.of("back", "forth")));
    }

    @Override
    public void reset(RandomGenerator random) {
      place = random.nextDouble(-1, 1);
      left = EPISODE_STEPS;
    }

    @Override
    public void step(int action) {
      place += action == 0 ? -1 : 1;
      left--;
      onlooker.run();
    }

    @Override
    public void observe(double[] out) {
      out[0] = place;
    }

    @Override
    public int state() {
      throw new UnsupportedOperationException("a place is no state");
    }

    @Override
    public double reward() {
      return Math.sin(place);
    }

    @Override
    public boolean terminated() {
      return false;
    }

    @Override
    public boolean truncated() {
      return left == 0;
    }
  }

  /** No settings. */
  record WalkSettings() {}

  private record WalkPlugin(Runnable onlooker) implements EnvironmentPlugin<WalkSettings> {
    @Override
    public String id() {
      return "walk";
    }

    @Override
    public String summary() {
      return "A walk on a line.";
    }

    @Override
    public Class<WalkSettings> settings() {
      return WalkSettings.class;
    }

    @Override
    public Environment create(WalkSettings settings, RandomGenerator random) {
      return new Walk(onlooker);
    }
  }

  /** Keeps the last state that a run leaves, and begins with one. */
  private static final class LastState implements Checkpoints {
    private final Optional<TrialState> start;
    private Optional<TrialState> last = Optional.empty();

    LastState(Optional<TrialState> start) {
      this.start = start;
    }

    @Override
    public Optional<TrialState> start() {
      return start;
    }

    @Override
    public void reached(Supplier<TrialState> state) {
      last = Optional.of(state.get());
    }

    @Override
    public void phaseEnded(Supplier<TrialState> state) {
      last = Optional.of(state.get());
    }
  }

  private static String run(LastState states, int[] steps) {
    return run(-1, Interruption::request, states, steps);
  }

  /** Runs, with a stop asked for in a step; returns what came of it, and the steps. */
  private static String run(
      int stopAtStep, Consumer<Interruption> stop, LastState states, int[] steps) {
    Interruption interruption = new Interruption();
    Runnable onlooker =
        () -> {
          steps[0]++;
          if (steps[0] == stopAtStep) {
            stop.accept(interruption);
          }
        };
    ProblemSettings dqn =
        Problems.read(
            "cart-pole-dqn-002",
            "method.start-after=40",
            "training.iterations=4",
            "training.evaluate-every=2",
            "training.evaluate-episodes=3",
            "training.stop-at=null",
            "evaluation.episodes=3");
    ProblemSettings walk =
        new ProblemSettings(
            "walk",
            1,
            new Choice<>(new WalkPlugin(onlooker), new WalkSettings()),
            dqn.method(),
            dqn.training(),
            dqn.evaluation());
    try (Problem problem = Problem.open(walk)) {
      ProblemOutcome outcome =
          new ProblemRunner(problem, interruption, TrialProgress.SILENT, states).run();
      return Outcomes.describe(outcome.numbers())
          + outcome.iterations()
          + Arrays.toString(Problem.policyOf(outcome.method()));
    }
  }

  /** Episodes: two of training, three on the way, two of training, three on the way, three. */
  @ParameterizedTest
  @CsvSource({"175, 2, 0", "430, 4, 1", "575, 4, 2"})
  void stopIsSeenBetweenStepsOfAnEvaluation(int stopAtStep, int trained, int validations) {
    LastState stopped = new LastState(Optional.empty());
    int[] steps = new int[1];
    run(stopAtStep, Interruption::request, stopped, steps);
    assertEquals(stopAtStep, steps[0], "steps until it stopped");
    assertGoesOnToTheSameBits(stopped, trained, validations);
  }

  @Test
  void episodeOfTrainingIsFinished() {
    LastState stopped = new LastState(Optional.empty());
    int[] steps = new int[1];
    run(260, Interruption::request, stopped, steps);
    assertEquals(300, steps[0], "steps until it stopped");
    assertGoesOnToTheSameBits(stopped, 3, 1);
  }

  /** The state that is kept is the one before it. */
  @Test
  void episodeOfTrainingIsLeftWhenSomebodyInsists() {
    LastState stopped = new LastState(Optional.empty());
    int[] steps = new int[1];
    String outcome = run(310, Interruption::insist, stopped, steps);
    assertEquals(310, steps[0], "steps until it stopped");
    assertTrue(outcome.contains("interrupted3["), "after 3 iterations: " + outcome);
    assertGoesOnToTheSameBits(stopped, 3, 1);
  }

  private static void assertGoesOnToTheSameBits(LastState stopped, int trained, int validations) {
    TrialState state = stopped.last.orElseThrow();
    assertEquals(trained, state.training().size());
    assertEquals(validations, state.validations().size());
    int[] steps = new int[1];
    String whole = run(new LastState(Optional.empty()), steps);
    assertEquals(13 * EPISODE_STEPS, steps[0], "steps of a whole run");
    assertEquals(whole, run(new LastState(stopped.last), new int[1]));
  }
}
