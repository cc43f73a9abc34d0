package org.ophiura.app.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ophiura.app.Allocation;
import org.ophiura.app.trial.RandomStreams.Purpose;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.TrainingLog;

/** Native environments and the methods that learn in them, as the kept problems bind them. */
final class TrainingAllocationTest {
  /** By then memories are full enough to be learned from. */
  private static final int WARM_UP_ITERATIONS = 150;

  private static final int ITERATIONS = 10;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frozen-lake-q-learning",
        "frozen-lake-sarsa",
        "frozen-lake-expected-sarsa",
        "frozen-lake-dqn",
        "frozen-lake-table-fit-source",
        "taxi-q-learning",
        "cart-pole-random-search",
        "cart-pole-reinforce",
        "cart-pole-dqn-002",
        "cart-pole-dqn-003"
      })
  void iterationsAllocateNothingOnceTheyAreWarm(String name) {
    try (Problem problem = Problem.open(Problems.read(name));
        Method method = problem.newMethod()) {
      int last = problem.settings().training().iterations() - 1; // Explores least.
      Method.Progress progress = new Method.Progress(last, last + 1);
      RandomGenerator random = problem.streams().stream(Purpose.TRAINING_START, 0);
      Runnable iteration =
          () -> method.iterate(problem.environment(), progress, random, TrainingLog.SILENT);
      for (int i = 0; i < WARM_UP_ITERATIONS; i++) {
        iteration.run();
      }
      assertEquals(0, Allocation.leastBytes(ITERATIONS, iteration));
    }
  }
}
