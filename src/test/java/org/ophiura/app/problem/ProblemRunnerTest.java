package org.ophiura.app.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.trial.Checkpoints;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Evaluation;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.Outcomes;
import org.ophiura.app.trial.TrainingEpisode;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.app.trial.TrialState;

final class ProblemRunnerTest {

  /** Keeps every state of a training, and begins with one. */
  private static final class AllStates implements Checkpoints {
    private final List<TrialState> states = new ArrayList<>();
    private final Optional<TrialState> start;

    AllStates(Optional<TrialState> start) {
      this.start = start;
    }

    @Override
    public Optional<TrialState> start() {
      return start;
    }

    @Override
    public void reached(Supplier<TrialState> state) {
      states.add(state.get());
    }
  }

  private static String run(ProblemSettings settings, Checkpoints checkpoints) {
    return run(settings, checkpoints, new Interruption(), TrialProgress.SILENT);
  }

  private static String run(
      ProblemSettings settings,
      Checkpoints checkpoints,
      Interruption interruption,
      TrialProgress progress) {
    try (Problem problem = Problem.open(settings)) {
      ProblemOutcome outcome =
          new ProblemRunner(problem, interruption, progress, checkpoints).run();
      return Outcomes.describe(outcome.numbers())
          + outcome.iterations()
          + Arrays.toString(Problem.policyOf(outcome.method()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frozen-lake-value-iteration",
        "frozen-lake-sarsa",
        "frozen-lake-dqn",
        "frozen-lake-table-fit-source",
        "taxi-q-learning",
        "cart-pole-random-search",
        "cart-pole-reinforce",
        "cart-pole-dqn-002"
      })
  void trainingThatIsTakenUpAnywhereEndsWithTheSameBits(String name) {
    boolean fit = name.contains("table-fit");
    ProblemSettings settings =
        Problems.read(
            name,
            "training.iterations=" + (fit ? 254 : 24),
            "training.evaluate-every=5",
            "training.evaluate-episodes=2",
            "evaluation.episodes=3");
    AllStates all = new AllStates(Optional.empty());
    String whole = run(settings, all);
    for (int state : new int[] {0, 6, 17, all.states.size() - 2}) {
      AllStates rest = new AllStates(Optional.of(all.states.get(state)));
      assertEquals(whole, run(settings, rest), "from state " + state);
    }
  }

  @Test
  void interruptionEndsBetweenIterations() {
    Interruption interruption = new Interruption();
    ProblemSettings settings = Problems.read("taxi-q-learning", "training.iterations=50");
    String outcome =
        run(
            settings,
            Checkpoints.NONE,
            interruption,
            new TrialProgress() {
              @Override
              public void trained(TrainingEpisode episode) {
                if (episode.result().episode() == 6) {
                  interruption.request();
                }
              }
            });
    assertTrue(outcome.contains("interrupted7["), "after 7 iterations");
  }

  private static ProblemOutcome outcome(ProblemSettings settings) {
    try (Problem problem = Problem.open(settings)) {
      return new ProblemRunner(problem, new Interruption(), TrialProgress.SILENT, Checkpoints.NONE)
          .run();
    }
  }

  @Test
  void trainingEndsWhenEnoughEvaluationsInARowAreGood() {
    ProblemOutcome outcome = outcome(Problems.read("frozen-lake-value-iteration"));
    List<Evaluation> validations = outcome.numbers().training().orElseThrow().validations();
    int count = validations.size();
    assertTrue(count < 5000 && outcome.iterations() == count, count + " evaluations");
    for (int i = 0; i < count; i++) {
      int row = 0;
      for (int k = i; k >= 0 && validations.get(k).meanReturn() >= 0.85; k--) {
        row++;
      }
      assertEquals(i == count - 1, row >= 4, "evaluation " + i + " of " + count);
    }
  }

  @Test
  void bestPolicyIsKeptAndTheLaterOfEquals() {
    ProblemSettings settings =
        Problems.read(
            "cart-pole-dqn-002-source",
            "training.iterations=60",
            "training.evaluate-every=2",
            "training.evaluate-episodes=5",
            "training.keep-best=true",
            "evaluation.episodes=1");
    ProblemOutcome kept = outcome(settings);
    List<Evaluation> validations = kept.numbers().training().orElseThrow().validations();
    double best = validations.stream().mapToDouble(Evaluation::meanReturn).max().orElseThrow();
    int iterations =
        validations.stream()
            .filter(validation -> validation.meanReturn() == best)
            .mapToInt(Evaluation::afterTrainingEpisodes)
            .max()
            .orElseThrow();
    assertTrue(iterations < 60, "the last policy must not be the best, or this shows nothing");
    ProblemOutcome shorter =
        outcome(
            Problems.read(
                "cart-pole-dqn-002-source",
                "training.iterations=" + iterations,
                "training.evaluate-every=2",
                "training.evaluate-episodes=5",
                "evaluation.episodes=1"));
    assertEquals(
        Arrays.toString(Problem.policyOf(shorter.method())),
        Arrays.toString(Problem.policyOf(kept.method())));
  }

  @Test
  void evaluationHasALimitOfItsOwn() {
    ProblemOutcome outcome =
        outcome(
            Problems.read(
                "cart-pole-random-search",
                "training.iterations=0",
                "training.evaluate-every=0",
                "training.keep-best=false",
                "training.stop-at=null",
                "evaluation.episodes=20",
                "evaluation.step-limit=5"));
    assertEquals(
        Collections.nCopies(20, 5),
        outcome.numbers().evaluation().episodes().stream().map(EpisodeResult::steps).toList());
  }

  @Test
  void policyOfAnotherShapeIsRefused() {
    try (Problem problem = Problem.open(Problems.read("cart-pole-dqn-002-source"))) {
      byte[] policy = Problem.policyOf(problem.newMethod());
      byte[] shorter = Arrays.copyOf(policy, policy.length - 3);
      assertFalse(fits(problem, shorter));
      assertFalse(fits(problem, Arrays.copyOf(policy, policy.length + 1)));
      assertTrue(fits(problem, policy));
    }
  }

  private static boolean fits(Problem problem, byte[] policy) {
    try {
      problem.withPolicy(policy).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
