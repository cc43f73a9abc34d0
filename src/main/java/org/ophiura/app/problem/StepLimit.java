package org.ophiura.app.problem;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;

/** Another environment, whose episodes are truncated after some steps. */
final class StepLimit extends Forwarding {
  private final int limit;
  private int steps;

  StepLimit(Environment environment, int limit) {
    super(environment);
    this.limit = limit;
  }

  @Override
  public void reset(RandomGenerator random) {
    super.reset(random);
    steps = 0;
  }

  @Override
  public void step(int action) {
    if (truncated()) {
      throw new IllegalStateException("the episode is over: call reset first");
    }
    super.step(action);
    steps++;
  }

  @Override
  public boolean truncated() {
    return super.truncated() || steps >= limit;
  }
}
