package org.ophiura.learning;

import java.util.random.RandomGenerator;

/**
 * Improves its values from transitions, and offers policies that read them. Belongs to one thread
 * at a time.
 */
public interface Learner {

  /**
   * Starts an episode: schedules move on, held exploration starts afresh, and transitions of an
   * episode that was never ended are dropped.
   *
   * @param episode number of the episode in the training, from 0
   * @param episodes number of episodes that are planned
   * @param random source of whatever the learner draws by itself
   */
  void beginEpisode(int episode, int episodes, RandomGenerator random);

  /** The policy to learn with: it explores. Always the same object. */
  Policy behaviour();

  /**
   * The best policy so far: it reads the same values, live, and does not explore. Several threads
   * may share it while the learner learns nothing, as evaluation does.
   */
  Policy greedy();

  /**
   * Learns from one decision. Allocates nothing.
   *
   * @param state in which the decision was taken
   * @param action that was chosen
   * @param reward summed from that decision to the next, or to the end of the episode
   * @param next state at the next decision, or at the end of the episode
   * @param terminated whether the task ended the episode: nothing is to be gained from {@code next}
   * @param truncated whether the episode was cut off although {@code next} still had a future
   */
  void observe(
      int state, int action, double reward, int next, boolean terminated, boolean truncated);

  /** Probability of exploring in the current episode. */
  double epsilon();

  /** Mean of all action values, for the log of training. */
  double meanValue();
}
