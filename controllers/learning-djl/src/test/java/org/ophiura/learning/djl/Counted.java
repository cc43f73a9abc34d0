package org.ophiura.learning.djl;

import java.util.random.RandomGenerator;
import org.ophiura.sim.environment.Environment;
import org.ophiura.sim.environment.Spaces;

/** An environment that counts its steps, and ends each episode after some, to have short rounds. */
final class Counted implements Environment {
  private static final int LONGEST = 100;

  private final Environment environment;
  private int ofThisEpisode;
  int steps;

  Counted(Environment environment) {
    this.environment = environment;
  }

  @Override
  public Spaces spaces() {
    return environment.spaces();
  }

  @Override
  public void reset(RandomGenerator random) {
    environment.reset(random);
    ofThisEpisode = 0;
  }

  @Override
  public void step(int action) {
    environment.step(action);
    ofThisEpisode++;
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
    return environment.truncated() || ofThisEpisode == LONGEST;
  }
}
