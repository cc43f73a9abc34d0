package org.ophiura.app.problem;

import java.util.random.RandomGenerator;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Spaces;

/** Another environment, for those who change a part of it; closing leaves the other open. */
abstract class Forwarding implements Environment {
  private final Environment environment;

  Forwarding(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Spaces spaces() {
    return environment.spaces();
  }

  @Override
  public void reset(RandomGenerator random) {
    environment.reset(random);
  }

  @Override
  public void step(int action) {
    environment.step(action);
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
    return environment.truncated();
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
