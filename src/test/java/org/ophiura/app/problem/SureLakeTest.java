package org.ophiura.app.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.trial.Checkpoints;
import org.ophiura.app.trial.Interruption;
import org.ophiura.app.trial.TrialProgress;
import org.ophiura.learning.method.Method;
import org.ophiura.sim.classic.lake.FrozenLake;
import org.ophiura.sim.classic.lake.FrozenLakeMap;
import org.ophiura.sim.environment.TransitionModel;
import org.ophiura.sim.environment.TransitionModel.Transition;

/** What Q-learning makes of ice that is not slippery, as source notebook 002 checks it. */
final class SureLakeTest {
  private static final TransitionModel MODEL = FrozenLake.model(FrozenLakeMap.FOUR, false);
  private static final double GAMMA = 0.9;
  private static final double ROUNDING = 1e-12;

  private static double[][] learn(String name, long seed) {
    try (Problem problem = Problem.open(Problems.read(name).withSeed(seed))) {
      Method method =
          new ProblemRunner(problem, new Interruption(), TrialProgress.SILENT, Checkpoints.NONE)
              .run()
              .method();
      double[][] table = new double[MODEL.stateCount()][MODEL.actionCount()];
      for (int state = 0; state < table.length; state++) {
        assertTrue(method.worth(new double[] {state}, table[state]));
      }
      return table;
    }
  }

  private static Transition outcome(int state, int action) {
    return MODEL.outcomes(state, action).get(0);
  }

  private static boolean isEnd(int state) {
    char letter = FrozenLakeMap.FOUR.letter(state);
    return letter == 'H' || letter == 'G';
  }

  /** Steps to the goal along the best actions; many if they do not lead there. */
  private static int length(double[][] table, int start) {
    int state = start;
    int steps = 0;
    while (!isEnd(state) && steps < 100) {
      double best = Arrays.stream(table[state]).max().orElseThrow();
      int action = 0;
      while (table[state][action] < best) {
        action++;
      }
      state = outcome(state, action).next();
      steps++;
    }
    return FrozenLakeMap.FOUR.letter(state) == 'G' ? steps : 1000;
  }

  /** By counting on from the goal. */
  private static int[] shortest() {
    int[] steps = new int[MODEL.stateCount()];
    Arrays.fill(steps, 1000);
    for (int round = 0; round < steps.length; round++) {
      for (int state = 0; state < steps.length; state++) {
        for (int action = 0; action < MODEL.actionCount() && !isEnd(state); action++) {
          int next = outcome(state, action).next();
          int beyond = FrozenLakeMap.FOUR.letter(next) == 'G' ? 0 : steps[next];
          steps[state] = Math.min(steps[state], 1 + beyond);
        }
      }
    }
    return steps;
  }

  private static boolean isOptimal(double[][] table) {
    int[] shortest = shortest();
    for (int state = 0; state < table.length; state++) {
      if (!isEnd(state) && length(table, state) != shortest[state]) {
        return false;
      }
    }
    return true;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"frozen-lake-sure-q-learning", "frozen-lake-sure-q-learning-random-table"})
  void bestPathIsFoundFromEveryState(String name) {
    for (long seed = 1; seed <= 5; seed++) {
      assertTrue(isOptimal(learn(name, seed)), "seed " + seed);
    }
  }

  @Test
  void valuesAreThoseOfTheNotebook() {
    double[][] table = learn("frozen-lake-sure-q-learning", 1);
    for (int state = 0; state < table.length; state++) {
      for (int action = 0; action < MODEL.actionCount() && !isEnd(state); action++) {
        Transition next = outcome(state, action);
        double best = Arrays.stream(table[next.next()]).max().orElseThrow();
        double wanted = next.terminated() ? next.reward() : GAMMA * best;
        assertEquals(wanted, table[state][action], ROUNDING, "state " + state + ", " + action);
      }
    }
  }

  @Test
  void terminalRowsStayAsTheyWere() {
    ProblemSettings settings = Problems.read("frozen-lake-sure-q-learning-random-table");
    double[][] before = new double[MODEL.stateCount()][MODEL.actionCount()];
    try (Problem problem = Problem.open(settings)) {
      Method fresh = problem.newMethod();
      for (int state = 0; state < before.length; state++) {
        assertTrue(fresh.worth(new double[] {state}, before[state]));
      }
    }
    double[][] after = learn(settings.name(), settings.seed());
    int ends = 0;
    for (int state = 0; state < after.length; state++) {
      if (isEnd(state)) {
        assertEquals(Arrays.toString(before[state]), Arrays.toString(after[state]));
        ends++;
      }
    }
    assertEquals(5, ends);
  }

  /** Random values of terminal states draw the policy towards holes, or away from the goal. */
  @Test
  void bootstrappingFromTerminalStatesSpoilsTheRandomTable() {
    int spoiled = 0;
    for (long seed = 1; seed <= 10; seed++) {
      spoiled += isOptimal(learn("frozen-lake-sure-q-learning-spoiled", seed)) ? 0 : 1;
      assertTrue(isOptimal(learn("frozen-lake-sure-q-learning-random-table", seed)));
    }
    assertTrue(spoiled >= 3, spoiled + " of 10 seeds are spoiled");
  }

  @Test
  void randomMapsAreTheSameForTheSameSeed() {
    SplittableRandom first = new SplittableRandom(3);
    SplittableRandom second = new SplittableRandom(3);
    assertEquals(
        FrozenLakeMap.random(8, 0.7, first).rows(), FrozenLakeMap.random(8, 0.7, second).rows());
  }
}
