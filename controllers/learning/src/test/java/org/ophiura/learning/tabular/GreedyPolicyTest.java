package org.ophiura.learning.tabular;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.ophiura.learning.Policy;
import org.ophiura.learning.PolicyContract;

class GreedyPolicyTest extends PolicyContract {
  private static final double[][] ROWS = {{0, 0, 0}, {1, 0, 1}, {0, 2, 0}};

  @Override
  protected Policy newPolicy() {
    return new GreedyPolicy(QTable.fromRows(ROWS), Ties.RANDOM);
  }

  @Override
  protected int stateCount() {
    return 3;
  }

  @Override
  protected int actionCount() {
    return 3;
  }

  @Test
  void tableIsReadLive() {
    QTable table = QTable.fromRows(ROWS);
    GreedyPolicy policy = new GreedyPolicy(table, Ties.RANDOM);
    assertSame(table, policy.table());
    assertEquals(1, policy.choose(2, new SplittableRandom(1)));
    table.set(2, 0, 5);
    assertEquals(0, policy.choose(2, new SplittableRandom(1)));
  }
}
