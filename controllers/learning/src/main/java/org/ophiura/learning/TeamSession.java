package org.ophiura.learning;

import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.sim.PlantState;

/**
 * One training episode of all agents of a robot: a {@link LearningSession} for each. Every agent
 * gets the whole reward, for it is the robot that earns it. Belongs to one thread at a time.
 */
public final class TeamSession {
  private final List<Learner> team;
  private final List<LearningSession> sessions;

  /**
   * Makes the sessions.
   *
   * @param team a learner for each agent, such as {@link SharingLearner#team}. Not modified;
   *     copied.
   */
  public TeamSession(List<? extends Learner> team) {
    this.team = List.copyOf(team);
    sessions = this.team.stream().map(LearningSession::new).toList();
  }

  /** What stands in for the agents' policies: {@link DecidingController#usePolicies}. */
  public List<LearningSession> policies() {
    return sessions;
  }

  /** Begins an episode for each agent in turn; see {@link Learner#beginEpisode}. */
  public void beginEpisode(int episode, int episodes, RandomGenerator random) {
    for (Learner member : team) {
      member.beginEpisode(episode, episodes, random);
    }
  }

  /** Adds the reward of one control step to that of each agent's current decision. */
  public void addReward(double reward) {
    for (int agent = 0; agent < sessions.size(); agent++) {
      sessions.get(agent).addReward(reward);
    }
  }

  /**
   * Ends the episode: hands over the last transition of each agent in turn.
   *
   * @param controller knows what each agent sees
   * @param state in which the episode ended. Not modified.
   * @param terminated whether the task ended it
   * @param truncated whether the time limit cut it off
   */
  public void end(
      DecidingController controller, PlantState state, boolean terminated, boolean truncated) {
    for (int agent = 0; agent < sessions.size(); agent++) {
      sessions.get(agent).end(controller.indexer(agent).indexOf(state), terminated, truncated);
    }
  }
}
