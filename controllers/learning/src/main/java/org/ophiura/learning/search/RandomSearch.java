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
 * Random policy search: weights of {@link LinearScores} are drawn at random, judged by some
 * episodes, and kept if they did better than the best before. An iteration is an episode.
 */
final class RandomSearch implements Method {
  private final RandomSearchSettings settings;
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
    current = new double[LinearScores.count(dimension, actions)];
    best = new double[current.length];
    observation = new double[dimension];
    trying = (seen, random) -> LinearScores.best(current, seen, dimension);
    greedy = (seen, random) -> LinearScores.best(best, seen, dimension);
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
    if (bestMean > Double.NEGATIVE_INFINITY) {
      log.figure("best mean return", bestMean);
    }
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
