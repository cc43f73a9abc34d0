package org.ophiura.learning.episodic;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.ophiura.learning.LearningSession;
import org.ophiura.learning.Policy;
import org.ophiura.learning.method.Method;
import org.ophiura.learning.method.TrainingLog;
import org.ophiura.learning.method.VectorPolicy;
import org.ophiura.learning.tabular.TabularLearner;
import org.ophiura.sim.environment.Environment;

/** A {@link TabularLearner} as a method: an iteration is an episode under its behaviour policy. */
public final class TabularLearning implements Method {
  private final TabularLearner learner;
  private final LearningSession session;
  private final VectorPolicy greedy;

  /** Trains {@code learner}. */
  public TabularLearning(TabularLearner learner) {
    this.learner = learner;
    session = new LearningSession(learner);
    Policy best = learner.greedy();
    greedy = (observation, random) -> best.choose((int) observation[0], random);
  }

  @Override
  public void iterate(
      Environment environment, Progress progress, RandomGenerator random, TrainingLog log) {
    learner.beginEpisode(progress.iteration(), progress.iterations(), random);
    session.beginEpisode();
    environment.reset(random);
    double total = 0;
    int steps = 0;
    while (!environment.over()) {
      environment.step(session.choose(environment.state(), random));
      session.addReward(environment.reward());
      total += environment.reward();
      steps++;
    }
    session.end(environment.state(), environment.terminated(), environment.truncated());
    log.figure("epsilon", learner.epsilon());
    log.figure("mean value", learner.meanValue());
    log.episode(total, steps);
  }

  @Override
  public VectorPolicy greedy() {
    return greedy;
  }

  @Override
  public boolean worth(double[] observation, double[] out) {
    for (int action = 0; action < out.length; action++) {
      out[action] = learner.table().get((int) observation[0], action);
    }
    return true;
  }

  @Override
  public void savePolicy(DataOutput out) throws IOException {
    learner.table().save(out);
  }

  @Override
  public void loadPolicy(DataInput in) throws IOException {
    learner.table().load(in);
  }

  @Override
  public void save(DataOutput out) throws IOException {
    learner.save(out);
  }

  @Override
  public void load(DataInput in) throws IOException {
    learner.load(in);
  }
}
