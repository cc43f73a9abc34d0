package org.ophiura.learning.tabular;

import java.util.random.RandomGenerator;
import org.ophiura.learning.Policy;

/**
 * Epsilon-greedy choice with held exploration: decisions come in blocks of a fixed number; at the
 * start of each block it is drawn whether to explore. If so, one random action holds for the whole
 * block; if not, each decision of the block is greedy. Blocks of one decision are the usual
 * epsilon-greedy choice.
 */
final class ExploringPolicy implements Policy {
  private static final int GREEDY = -1;

  private final Policy greedy;
  private final int actionCount;
  private final int holdDecisions;
  private double epsilon;
  private int left;
  private int held = GREEDY;

  ExploringPolicy(Policy greedy, int actionCount, int holdDecisions) {
    this.greedy = greedy;
    this.actionCount = actionCount;
    this.holdDecisions = holdDecisions;
  }

  double epsilon() {
    return epsilon;
  }

  /** Sets the probability that a block explores, from the next block on. */
  void explore(double epsilon) {
    this.epsilon = epsilon;
  }

  @Override
  public void beginEpisode() {
    left = 0;
  }

  @Override
  public int choose(int state, RandomGenerator random) {
    if (left == 0) {
      left = holdDecisions;
      held = random.nextDouble() < epsilon ? random.nextInt(actionCount) : GREEDY;
    }
    left--;
    return held == GREEDY ? greedy.choose(state, random) : held;
  }
}
