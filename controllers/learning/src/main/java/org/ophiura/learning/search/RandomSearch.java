package org.ophiura.learning.search;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.TrainingLog;
import org.ophiura.learning.method.VectorPolicy;
import org.ophiura.sim.environment.Environment;

/**
 * Random policy search: a weighed sum of the observation for each action, the greatest wins;
 * weights are drawn at random, judged by some episodes, and kept if they did better than the best
 * before. An iteration is an episode.
 *
 * <p>With two actions the sums are w.x and 0, as in source notebook 003: action 1 where w.x >= 0.
 */
final class RandomSearch implements Method {
  private final RandomSearchSettings settings;
  private final int dimension;
  private final int rows;
  private final double[] current;
  private final double[] best;
  private final double[] observation;
  private final VectorPolicy trying;
  private final VectorPolicy greedy;
  private double bestMean = Double.NEGATIVE_INFINITY;
  private double sum;
  private int judged;

  RandomSearch(RandomSearchSettings settings, int dimension, int actions) {
    this.settings = settings;
    this.dimension = dimension;
    rows = actions - 1;
    current = new double[dimension * rows];
    best = new double[dimension * rows];
    observation = new double[dimension];
    trying = (seen, random) -> choose(current, seen);
    greedy = (seen, random) -> choose(best, seen);
  }

  private int choose(double[] weights, double[] seen) {
    int chosen = 0;
    double greatest = 0;
    for (int row = 0; row < rows; row++) {
      double value = 0;
      for (int i = 0; i < dimension; i++) {
        value += weights[row * dimension + i] * seen[i];
      }
      if (value >= greatest) {
        greatest = value;
        chosen = row + 1;
      }
    }
    return chosen;
  }

  @Override
  public void iterate(
      Environment environment, Progress progress, RandomGenerator random, TrainingLog log) {
    if (judged == 0) {
      for (int i = 0; i < current.length; i++) {
        current[i] = random.nextDouble(-settings.halfWidth(), settings.halfWidth());
      }
    }
    environment.reset(random);
    double total = 0;
    int steps = 0;
    while (!environment.over()) {
      environment.observe(observation);
      environment.step(trying.choose(observation, random));
      total += environment.reward();
      steps++;
    }
    judge(total);
    log.figure("best mean return", bestMean);
    log.episode(total, steps);
  }

  private void judge(double total) {
    sum += total;
    judged++;
    if (judged == settings.episodesPerTrial()) {
      double mean = sum / judged;
      if (mean > bestMean) {
        bestMean = mean;
        System.arraycopy(current, 0, best, 0, best.length);
      }
      sum = 0;
      judged = 0;
    }
  }

  @Override
  public VectorPolicy greedy() {
    return greedy;
  }

  @Override
  public void savePolicy(DataOutput out) throws IOException {
    for (double weight : best) {
      out.writeDouble(weight);
    }
  }

  @Override
  public void loadPolicy(DataInput in) throws IOException {
    for (int i = 0; i < best.length; i++) {
      best[i] = in.readDouble();
    }
  }

  @Override
  public void save(DataOutput out) throws IOException {
    for (int i = 0; i < best.length; i++) {
      out.writeDouble(current[i]);
      out.writeDouble(best[i]);
    }
    out.writeDouble(bestMean);
    out.writeDouble(sum);
    out.writeInt(judged);
  }

  @Override
  public void load(DataInput in) throws IOException {
    for (int i = 0; i < best.length; i++) {
      current[i] = in.readDouble();
      best[i] = in.readDouble();
    }
    bestMean = in.readDouble();
    sum = in.readDouble();
    judged = in.readInt();
  }
}
