package org.ophiura.app.problem;

import java.util.random.RandomGenerator;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Spaces;

/** Another environment, whose episodes are truncated after some steps. */
final class StepLimit implements Environment {
  private final Environment environment;
  private final int limit;
  private int steps;

  StepLimit(Environment environment, int limit) {
    this.environment = environment;
    this.limit = limit;
  }

  @Override
  public Spaces spaces() {
    return environment.spaces();
  }

  @Override
  public void reset(RandomGenerator random) {
    environment.reset(random);
    steps = 0;
  }

  @Override
  public void step(int action) {
    if (truncated()) {
      throw new IllegalStateException("the episode is over: call reset first");
    }
    environment.step(action);
    steps++;
  }

  @Override
  public void observe(double[] out) {
    environment.observe(out);
  }

  @Override
  public int state() {
    return environment.state();
  }

  @Override
  public double reward() {
    return environment.reward();
  }

  @Override
  public boolean terminated() {
    return environment.terminated();
  }

  @Override
  public boolean truncated() {
    return environment.truncated() || steps >= limit;
  }

  @Override
  public boolean succeeded() {
    return environment.succeeded();
  }

  @Override
  public CycleStatus status() {
    return environment.status();
  }

  @Override
  public double secondsPerStep() {
    return environment.secondsPerStep();
  }

  @Override
  public String text() {
    return environment.text();
  }

  /** The other environment stays open: it is not this one's. */
  @Override
  public void close() {}
}
