package org.ophiura.app.problem;

import java.util.random.RandomGenerator;
import org.ophiura.app.trial.Interruption;
import org.ophiura.sim.CycleStatus;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Spaces;

/** Another environment, until somebody insists on a stop: then a step throws. */
final class Abandonable implements Environment {
  private final Environment environment;
  private final Interruption interruption;

  Abandonable(Environment environment, Interruption interruption) {
    this.environment = environment;
    this.interruption = interruption;
  }

  /** The episode was left, with whatever was being learned from it. */
  static final class Abandonment extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Abandonment() {
      super("the episode was left before it was over");
    }
  }

  @Override
  public Spaces spaces() {
    return environment.spaces();
  }

  @Override
  public void reset(RandomGenerator random) {
    environment.reset(random);
  }

  /**
   * {@inheritDoc}
   *
   * @throws Abandonment instead, when somebody insists on a stop
   */
  @Override
  public void step(int action) {
    if (interruption.insisted()) {
      throw new Abandonment();
    }
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
