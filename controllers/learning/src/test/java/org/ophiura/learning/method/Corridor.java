package org.ophiura.learning.method;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.EpisodeClock;
import org.ophiura.sim.environment.Space;
import org.ophiura.sim.environment.Spaces;

/**
 * A corridor of six fields: start at field 1; the left end (0) ends the episode without a reward,
 * the right end (5) with a reward of 1. Action 0 goes left, 1 goes right.
 */
public final class Corridor implements Environment {
  /** Number of fields. */
  public static final int FIELDS = 6;

  private static final Spaces SPACES =
      new Spaces(
          new Space.Discrete(List.of("0", "1", "2", "3", "4", "5")),
          new Space.Discrete(List.of("left", "right")));

  private final EpisodeClock clock = new EpisodeClock(50, 2);
  private int field;
  private double reward;

  @Override
  public Spaces spaces() {
    return SPACES;
  }

  @Override
  public void reset(RandomGenerator random) {
    field = 1;
    reward = 0;
    clock.begin();
  }

  @Override
  public void step(int action) {
    clock.check(action);
    field += action == 1 ? 1 : -1;
    reward = field == FIELDS - 1 ? 1 : 0;
    clock.count(terminated());
  }

  @Override
  public void observe(double[] out) {
    out[0] = field;
  }

  @Override
  public int state() {
    return field;
  }

  @Override
  public double reward() {
    return reward;
  }

  @Override
  public boolean terminated() {
    return field == 0 || field == FIELDS - 1;
  }

  @Override
  public boolean truncated() {
    return clock.truncated();
  }
}
