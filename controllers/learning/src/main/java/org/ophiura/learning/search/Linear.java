package org.ophiura.learning.search;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.TrainingLog;
import org.ophiura.learning.method.VectorPolicy;
import org.ophiura.sim.environment.Environment;

/** A linear policy that stays as it is; an iteration is an episode. */
final class Linear implements Method {
  private final double[] weights;
  private final double[] obedience;
  private final int dimension;
  private final int actions;
  private final double[] observation;
  private final VectorPolicy policy;

  /**
   * Makes a policy.
   *
   * @param weights kept, not copied
   * @param obedience how likely each action is taken when it is chosen; without numbers always
   */
  Linear(double[] weights, double[] obedience, int dimension, int actions) {
    this.weights = weights;
    this.obedience = obedience;
    this.dimension = dimension;
    this.actions = actions;
    observation = new double[dimension];
    policy = this::choose;
  }

  private int choose(double[] seen, RandomGenerator random) {
    int chosen = LinearScores.best(weights, seen, dimension);
    if (obedience.length == 0 || random.nextDouble() < obedience[chosen]) {
      return chosen;
    }
    int other = random.nextInt(actions - 1);
    return other < chosen ? other : other + 1;
  }

  @Override
  public void iterate(
      Environment environment, Progress progress, RandomGenerator random, TrainingLog log) {
    environment.reset(random);
    double total = 0;
    int steps = 0;
    while (!environment.over()) {
      environment.observe(observation);
      environment.step(policy.choose(observation, random));
      total += environment.reward();
      steps++;
    }
    log.episode(total, steps);
  }

  @Override
  public VectorPolicy greedy() {
    return policy;
  }

  @Override
  public void savePolicy(DataOutput out) throws IOException {
    for (double weight : weights) {
      out.writeDouble(weight);
    }
  }

  @Override
  public void loadPolicy(DataInput in) throws IOException {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = in.readDouble();
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    savePolicy(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    loadPolicy(in);
  }
}
