package org.ophiura.learning.tabular;

import java.util.random.RandomGenerator;
import org.ophiura.learning.Policy;

/**
 * Chooses the action of the greatest value.
 *
 * <p>Reads the table live and keeps nothing: while nobody writes the table, several threads may
 * share one.
 */
public final class GreedyPolicy implements Policy {
  private final QTable table;
  private final Ties ties;

  /** Makes a policy that reads {@code table}, now and later. */
  public GreedyPolicy(QTable table, Ties ties) {
    this.table = table;
    this.ties = ties;
  }

  /** The table that it reads; not a copy. */
  public QTable table() {
    return table;
  }

  @Override
  public int choose(int state, RandomGenerator random) {
    return table.best(state, ties, random);
  }
}
