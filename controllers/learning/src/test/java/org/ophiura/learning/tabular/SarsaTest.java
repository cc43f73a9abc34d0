package org.ophiura.learning.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.episodic.TabularLearning;
import org.ophiura.learning.method.Corridor;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.MethodContext;
import org.ophiura.learning.method.MethodContract;
import org.ophiura.learning.schedule.ConstantPlugin;
import org.ophiura.learning.schedule.ConstantSchedule;
import org.ophiura.sim.plugin.Choice;

final class SarsaTest {
  private static final double ROUNDING = 1e-12;

  private static Sarsa sarsa(boolean expected, QTable table) {
    return new Sarsa(
        new SarsaSettings(
            0.5, 0.5, new Choice<>(new ConstantPlugin(), new ConstantSchedule(0.4)), 0),
        expected,
        table);
  }

  private static QTable table() {
    return QTable.fromRows(new double[][] {{0, 0}, {4, 8}, {0, 0}});
  }

  @Test
  void sarsaWaitsForTheActionThatFollows() {
    Sarsa learner = sarsa(false, table());
    learner.beginEpisode(0, 1, new SplittableRandom(1));
    learner.observe(0, 1, 2, 1, false, false);
    assertEquals(0, learner.table().get(0, 1));
    learner.observe(1, 0, 6, 2, true, false);
    assertEquals(0.5 * (2 + 0.5 * 4), learner.table().get(0, 1), ROUNDING);
    assertEquals(4 + 0.5 * (6 - 4), learner.table().get(1, 0), ROUNDING);
  }

  /** Epsilon 0.4: half of it goes to each action, the rest to the better one. */
  @Test
  void expectedSarsaAveragesOverTheExploringPolicy() {
    Sarsa learner = sarsa(true, table());
    learner.beginEpisode(0, 1, new SplittableRandom(1));
    learner.observe(0, 1, 2, 1, false, false);
    double expectation = 0.2 * 4 + 0.8 * 8;
    assertEquals(0.5 * (2 + 0.5 * expectation), learner.table().get(0, 1), ROUNDING);
  }

  @Test
  void anEpisodeThatIsCutOffKeepsItsFuture() {
    Sarsa learner = sarsa(false, table());
    learner.beginEpisode(0, 1, new SplittableRandom(1));
    learner.observe(0, 1, 2, 1, false, true);
    assertEquals(0.5 * (2 + 0.5 * 7.2), learner.table().get(0, 1), ROUNDING);
  }

  private static Method method(boolean expected) {
    return new TabularLearning(sarsa(expected, QTable.zeros(Corridor.FIELDS, 2)));
  }

  @Nested
  final class Plain extends MethodContract {
    @Override
    protected Method newMethod(MethodContext context) {
      return method(false);
    }

    @Override
    protected int enough() {
      return 200;
    }
  }

  @Nested
  final class Expected extends MethodContract {
    @Override
    protected Method newMethod(MethodContext context) {
      return method(true);
    }

    @Override
    protected int enough() {
      return 200;
    }
  }
}
