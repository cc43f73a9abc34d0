package org.ophiura.app.controller;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.learning.StateIndexer;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/**
 * Lets each arm choose for itself from its own view, and turns the choices into one gait.
 *
 * <p>At each decision every arm is asked, in the order of their numbers. {@link ArmActions} says
 * what they choose from; {@link LeaderVote} says which arm leads then. The others row as the gait
 * has them under that leader, each with the amplitude that it chose, where amplitudes are the
 * choice. Before the first decision of an episode arm 0 counts as the leader.
 */
public final class DecentralisedController implements DecidingController, VisibleMotion {
  private final String viewId;
  private final List<StateIndexer> views;
  private final ArmActions actions;
  private final List<String> actionNames;
  private final ArmMotion motion;
  private final int[] choices;
  private final double[] scales;
  private final Policy[] policies;

  private RandomGenerator random = RandomGenerator.getDefault();
  private int leader;
  private int told = POLICY_CHOOSES;

  /**
   * Joins the parts; see {@link DecentralisedPlugin} for how they are made.
   *
   * @param views what each arm sees
   */
  DecentralisedController(
      String viewId,
      List<? extends StateIndexer> views,
      ArmActions actions,
      Policy policy,
      ArmMotion motion) {
    this.viewId = viewId;
    this.views = List.copyOf(views);
    this.actions = actions;
    actionNames = actions.names();
    this.motion = motion;
    choices = new int[views.size()];
    scales = new double[views.size()];
    policies = new Policy[views.size()];
    Arrays.fill(policies, policy);
  }

  @Override
  public void reset(PlantState initial, RandomGenerator random) {
    this.random = random;
    leader = 0;
    motion.reset(random);
    for (Policy policy : policies) {
      policy.beginEpisode();
    }
  }

  /** Each arm's view to its choice, all choices to a leader, and on to the joints. */
  @Override
  public void update(PlantState state, double periodSeconds, JointCommand out) {
    if (motion.decides()) {
      for (int arm = 0; arm < choices.length; arm++) {
        choices[arm] = policies[arm].choose(views.get(arm).indexOf(state), random);
        scales[arm] = actions.scale(choices[arm]);
      }
      leader = told == POLICY_CHOOSES ? actions.leader(choices, leader) : told;
    }
    motion.update(leader, scales, state, out);
  }

  @Override
  public int leadingArm() {
    return leader;
  }

  @Override
  public Cpg cpg() {
    return motion.cpg();
  }

  @Override
  public int leaderCount() {
    return motion.actionCount();
  }

  @Override
  public void lead(int arm) {
    told = arm;
    motion.decideAnew();
  }

  @Override
  public double[] jointTargets() {
    return motion.targets();
  }

  @Override
  public int agentCount() {
    return views.size();
  }

  @Override
  public StateIndexer indexer() {
    return views.get(0);
  }

  @Override
  public StateIndexer indexer(int agent) {
    return views.get(agent);
  }

  @Override
  public String indexerId() {
    return viewId;
  }

  @Override
  public int actionCount() {
    return actionNames.size();
  }

  @Override
  public String actionName(int action) {
    return actionNames.get(action);
  }

  @Override
  public Policy policy() {
    return policies[0];
  }

  @Override
  public List<Policy> policies() {
    return List.of(policies);
  }

  @Override
  public void usePolicy(Policy policy) {
    Arrays.fill(policies, policy);
  }

  @Override
  public void usePolicies(List<? extends Policy> newPolicies) {
    if (newPolicies.size() != policies.length) {
      throw new IllegalArgumentException(
          "a policy is needed for each of " + policies.length + " arms, got " + newPolicies.size());
    }
    for (int arm = 0; arm < policies.length; arm++) {
      policies[arm] = newPolicies.get(arm);
    }
  }

  @Override
  public int decisionPeriodTicks() {
    return motion.decisionPeriodTicks();
  }
}
