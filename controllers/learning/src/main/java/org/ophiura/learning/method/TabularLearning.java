package org.ophiura.learning.method;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.ophiura.learning.Learner;
import org.ophiura.learning.LearningSession;
import org.ophiura.learning.Policy;
import org.ophiura.learning.Resumable;
import org.ophiura.sim.environment.Environment;

/**
 * Any {@link Learner} as a method: an iteration is an episode under its behaviour policy.
 *
 * @param <L> the learner, which can be saved
 */
public final class TabularLearning<L extends Learner & Resumable> implements Method {
  private final L learner;
  private final LearningSession session;
  private final VectorPolicy greedy;

  /** Trains {@code learner}. */
  public TabularLearning(L learner) {
    this.learner = learner;
    session = new LearningSession(learner);
    Policy best = learner.greedy();
    greedy = (observation, random) -> best.choose((int) observation[0], random);
  }

  /** What learns. */
  public L learner() {
    return learner;
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
    log.episode(total, steps);
    log.figure("epsilon", learner.epsilon());
    log.figure("mean value", learner.meanValue());
  }

  @Override
  public VectorPolicy greedy() {
    return greedy;
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
