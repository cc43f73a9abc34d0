package org.ophiura.app.problem;

import java.util.random.RandomGenerator;
import org.ophiura.app.trial.DecisionCount;
import org.ophiura.app.trial.EpisodeKind;
import org.ophiura.app.trial.EpisodeResult;
import org.ophiura.app.trial.Interruption;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.VectorPolicy;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Space;

/** Runs episodes under the greedy policy of a method. Belongs to one thread. */
public final class Judge {
  private final Problem problem;
  private final Environment environment;
  private final boolean numbered;
  private final double[] observation;
  private boolean abandoned;

  private Judge(Problem problem, Environment environment) {
    this.problem = problem;
    this.environment = environment;
    Space space = environment.spaces().observation();
    numbered = space instanceof Space.Discrete;
    observation = new double[space.dimension()];
  }

  /** Judges in the environment as it is. */
  static Judge inTraining(Problem problem) {
    return new Judge(problem, problem.environment());
  }

  /** Judges in the environment with the limits of the evaluation. */
  public static Judge inEvaluation(Problem problem) {
    return new Judge(
        problem,
        problem
            .settings()
            .evaluation()
            .stepLimit()
            .<Environment>map(limit -> new StepLimit(problem.environment(), limit))
            .orElse(problem.environment()));
  }

  /** Sees an episode step by step, after its reset and after each step. */
  @FunctionalInterface
  public interface Onlooker {
    /** Sees nothing. */
    Onlooker NOBODY = (environment, step, action) -> true;

    /** Sees nothing, and ends the episode when a stop was asked for. */
    static Onlooker until(Interruption interruption) {
      return (environment, step, action) -> !interruption.requested();
    }

    /**
     * Sees the environment.
     *
     * @param step 0 after the reset
     * @param action that was taken; -1 after the reset
     * @return whether to go on
     */
    boolean sees(Environment environment, int step, int action);
  }

  /**
   * Runs an episode.
   *
   * @param number of the episode among those of its kind
   * @param method whose greedy policy acts
   * @param witness sees the steps, as {@link Method#witness}; often the same
   */
  public EpisodeResult run(
      EpisodeKind kind, int number, Method method, boolean witness, Onlooker onlooker) {
    VectorPolicy policy = method.greedy();
    environment.reset(kind.start(problem.streams(), number));
    RandomGenerator choice = kind.choice(problem.streams(), number);
    double total = 0;
    int steps = 0;
    boolean goesOn = onlooker.sees(environment, 0, -1);
    while (goesOn && !environment.over()) {
      environment.observe(observation);
      int state = numbered ? environment.state() : 0;
      int action = policy.choose(observation, choice);
      environment.step(action);
      if (witness && numbered) {
        method.witness(
            state, action, environment.reward(), environment.state(), environment.terminated());
      }
      total += environment.reward();
      steps++;
      goesOn = onlooker.sees(environment, steps, action);
    }
    abandoned = !environment.over();
    return result(environment, kind, number, total, steps);
  }

  /** Whether an onlooker ended the last episode before it was over. */
  boolean abandoned() {
    return abandoned;
  }

  /** Whether a method that is let to witness an episode is told its steps: those between states. */
  boolean isWitnessed() {
    return numbered;
  }

  /** What came of the episode that an environment has ended. */
  static EpisodeResult result(
      Environment environment, EpisodeKind kind, int number, double total, int steps) {
    return new EpisodeResult(
        kind,
        number,
        total,
        steps,
        steps * environment.secondsPerStep(),
        environment.succeeded(),
        environment.status(),
        DecisionCount.NOTHING);
  }
}
