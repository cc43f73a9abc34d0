package org.ophiura.learning;

import java.util.ArrayList;
import java.util.List;

/**
 * A learner whose values several agents may share, as the arms of a decentralised robot do: what
 * one of them observes, all know.
 */
public interface SharingLearner extends Learner {

  /**
   * A learner on the same values, live, for another agent: its trajectory, and whatever its
   * behaviour holds from one decision to the next, are its own. It belongs to the same thread as
   * this one.
   */
  Learner sharing();

  /**
   * The learners of all agents of a robot: this one's values, shared.
   *
   * @param learner of the first agent
   * @param agents number of agents, at least 1
   * @throws IllegalArgumentException if there are several and {@code learner} cannot share
   */
  static List<Learner> team(Learner learner, int agents) {
    List<Learner> team = new ArrayList<>(List.of(learner));
    while (team.size() < agents) {
      if (!(learner instanceof SharingLearner sharing)) {
        throw new IllegalArgumentException(
            "a " + learner.getClass().getSimpleName() + " cannot be shared by " + agents);
      }
      team.add(sharing.sharing());
    }
    return List.copyOf(team);
  }
}
