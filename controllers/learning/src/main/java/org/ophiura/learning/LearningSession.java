package org.ophiura.learning;

import java.util.random.RandomGenerator;

/**
 * Stands in for a learner's behaviour policy while it is trained: passes the choices through, and
 * hands each finished transition to the learner.
 *
 * <p>In an episode: {@link #beginEpisode()}, then {@link #choose} at each decision and {@link
 * #addReward} after each control step, then {@link #end}. Belongs to one thread at a time;
 * allocates nothing after construction.
 */
public final class LearningSession implements Policy {
  private static final int NONE = -1;

  private final Learner learner;
  private final Policy behaviour;
  private int state = NONE;
  private int action = NONE;
  private double reward;

  /** Makes a session that trains {@code learner}. */
  public LearningSession(Learner learner) {
    this.learner = learner;
    behaviour = learner.behaviour();
  }

  /** Drops an unfinished transition. */
  @Override
  public void beginEpisode() {
    state = NONE;
    action = NONE;
    reward = 0;
    behaviour.beginEpisode();
  }

  @Override
  public int choose(int state, RandomGenerator random) {
    if (this.state != NONE) {
      learner.observe(this.state, action, reward, state, false, false);
    }
    action = behaviour.choose(state, random);
    this.state = state;
    reward = 0;
    return action;
  }

  /** Adds the reward of one control step to that of the current decision. */
  public void addReward(double reward) {
    this.reward += reward;
  }

  /**
   * Ends the episode: hands over the last transition. Without a decision since {@link
   * #beginEpisode()} nothing is handed over.
   *
   * @param nextState the state in which the episode ended
   * @param terminated whether the task ended it
   * @param truncated whether the time limit cut it off
   * @throws IllegalArgumentException if it was neither terminated nor truncated
   */
  public void end(int nextState, boolean terminated, boolean truncated) {
    if (!terminated && !truncated) {
      throw new IllegalArgumentException("an episode ends terminated, truncated or both");
    }
    if (state != NONE) {
      learner.observe(state, action, reward, nextState, terminated, truncated);
      state = NONE;
      reward = 0;
    }
  }
}
