package org.ophiura.learning;

import org.ophiura.sim.Controller;

/** A controller that asks a policy what to do: the kind that can be trained. */
public interface DecidingController extends Controller {

  /** Turns the plant's state into the policy's. */
  StateIndexer indexer();

  /** Id of the plug-in that made the indexer; a trained policy is bound to it. */
  String indexerId();

  /** Number of actions that the policy chooses from. */
  int actionCount();

  /** What an action is called in files and tables. */
  String actionName(int action);

  /** The policy in use. */
  Policy policy();

  /** Replaces the policy from the next reset on; trainers put a {@link LearningSession} here. */
  void usePolicy(Policy policy);

  /** Control ticks from one decision to the next; 1 decides at each tick. */
  int decisionPeriodTicks();
}
