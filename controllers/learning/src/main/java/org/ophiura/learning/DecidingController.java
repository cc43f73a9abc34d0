package org.ophiura.learning;

import java.util.List;
import java.util.Objects;
import org.ophiura.sim.Controller;

/**
 * A controller that asks a policy what to do: the kind that can be trained.
 *
 * <p>Most have one agent. A decentralised one has several, such as one for each arm: each sees the
 * plant's state in its own way and chooses for itself, at the same control ticks, in the order of
 * their numbers. All agents have the same states and actions, so that they can share one table.
 */
public interface DecidingController extends Controller {

  /** Number of agents that choose, at least 1. */
  default int agentCount() {
    return 1;
  }

  /** Turns the plant's state into the policy's; where there are several agents, the first one's. */
  StateIndexer indexer();

  /**
   * Turns the plant's state into what one agent sees. All have the same states.
   *
   * @throws IndexOutOfBoundsException if there is no such agent
   */
  default StateIndexer indexer(int agent) {
    Objects.checkIndex(agent, agentCount());
    return indexer();
  }

  /** Id of the plug-in that made the indexer; a trained policy is bound to it. */
  String indexerId();

  /** Number of actions that the policy chooses from. */
  int actionCount();

  /** What an action is called in files and tables. */
  String actionName(int action);

  /** The policy in use; where agents have one each, the first one's. */
  Policy policy();

  /** The policies in use, one for each agent. */
  default List<Policy> policies() {
    return List.of(policy());
  }

  /** Replaces the policy of all agents from the next reset on. */
  void usePolicy(Policy policy);

  /**
   * Gives each agent a policy of its own from the next reset on; trainers put a {@link
   * LearningSession} in each place.
   *
   * @param policies one for each agent. Not modified; copied.
   * @throws IllegalArgumentException if there are more or fewer
   */
  default void usePolicies(List<? extends Policy> policies) {
    if (policies.size() != 1) {
      throw new IllegalArgumentException(
          "a controller of one agent takes one policy, got " + policies.size());
    }
    usePolicy(policies.get(0));
  }

  /** Control ticks from one decision to the next; 1 decides at each tick. */
  int decisionPeriodTicks();
}
