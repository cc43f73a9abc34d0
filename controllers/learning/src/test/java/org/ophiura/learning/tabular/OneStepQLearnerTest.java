package org.ophiura.learning.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.LearnerContext;
import org.ophiura.learning.MergeableLearnerContract;
import org.ophiura.learning.ResumableContract;
import org.ophiura.learning.SharingLearnerContract;

/** The first Q-learning notebook: one step, its numbers and its habits. */
class OneStepQLearnerTest extends MergeableLearnerContract
    implements SharingLearnerContract, ResumableContract {
  private static final double ALPHA = 0.1;
  private static final double GAMMA = 0.99;
  private static final RandomGenerator RANDOM = new SplittableRandom(1);

  @Override
  public QLearner newLearner(RandomGenerator random) {
    return new QLearningPlugin()
        .create(QLearnerSamples.notebook(), new LearnerContext(STATES, ACTIONS, random));
  }

  @Test
  void everyUpdateIsTheNotebooksFormulaBitForBit() {
    for (long seed = 0; seed < 20; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      QTable table = QTable.uniform(STATES, ACTIONS, 0.001, random);
      double[][] expected = table.toRows();
      QLearner learner = new QLearner(QLearnerSamples.notebook(), table);
      learner.beginEpisode(0, 1, random);
      int state = 0;
      for (int i = 0; i < 500; i++) {
        int action = random.nextInt(ACTIONS);
        double reward = random.nextDouble(-1, 1);
        int next = random.nextInt(STATES);
        boolean terminated = i % 50 == 49;
        learner.observe(state, action, reward, next, terminated, false);
        double best = greatest(expected[next]);
        double update = reward + GAMMA * best;
        expected[state][action] = (1 - ALPHA) * expected[state][action] + ALPHA * update;
        assertEquals(
            expected[state][action], table.get(state, action), "seed " + seed + " update " + i);
        state = next;
      }
    }
  }

  @Test
  void notebookBootstrapsFromTerminalStatesAndWeDoNot() {
    double[][] rows = {{0, 0}, {4, 0}};
    QTable notebooks = QTable.fromRows(rows);
    new QLearner(QLearnerSamples.notebook(), notebooks).observe(0, 0, 1, 1, true, false);
    assertEquals(ALPHA * (1 + GAMMA * 4), notebooks.get(0, 0));

    QTable ours = QTable.fromRows(rows);
    new QLearner(QLearnerSamples.nStep(ALPHA, GAMMA, 1, 0), ours).observe(0, 0, 1, 1, true, false);
    assertEquals(ALPHA * 1, ours.get(0, 0));
  }

  @Test
  void notebookTakesTheFirstOfEqualActions() {
    QLearner learner = new QLearner(QLearnerSamples.notebook(), QTable.zeros(1, 5));
    for (int i = 0; i < 50; i++) {
      assertEquals(0, learner.greedy().choose(0, RANDOM));
    }
  }

  private static double greatest(double[] values) {
    double greatest = values[0];
    for (double value : values) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }
}
