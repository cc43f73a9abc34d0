package org.ophiura.app.controller;

import java.util.random.RandomGenerator;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.learning.StateIndexer;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/**
 * Lets a policy choose which arm leads, a gait turn that choice into slow commands, and a central
 * pattern generator turn those into joint targets, which a drive turns into set-points of the
 * actuators.
 */
public final class LeadingArmController implements DecidingController, VisibleMotion {
  private final String indexerId;
  private final StateIndexer indexer;
  private final ArmMotion motion;

  private Policy policy;
  private RandomGenerator random = RandomGenerator.getDefault();
  private int action;
  private int told = POLICY_CHOOSES;

  /** Joins the parts; see {@link LeadingArmPlugin} for how they are made. */
  LeadingArmController(String indexerId, StateIndexer indexer, Policy policy, ArmMotion motion) {
    this.indexerId = indexerId;
    this.indexer = indexer;
    this.policy = policy;
    this.motion = motion;
  }

  @Override
  public void reset(PlantState initial, RandomGenerator random) {
    this.random = random;
    motion.reset(random);
    policy.beginEpisode();
  }

  /** State to index to leading arm, and on to the joints. */
  @Override
  public void update(PlantState state, double periodSeconds, JointCommand out) {
    if (motion.decides()) {
      action = told == POLICY_CHOOSES ? policy.choose(indexer.indexOf(state), random) : told;
    }
    motion.update(action, state, out);
  }

  @Override
  public Cpg cpg() {
    return motion.cpg();
  }

  /** The arm that leads, or the latest action of a gait that means something else by it. */
  @Override
  public int leadingArm() {
    return action;
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
  public StateIndexer indexer() {
    return indexer;
  }

  @Override
  public String indexerId() {
    return indexerId;
  }

  @Override
  public int actionCount() {
    return motion.actionCount();
  }

  @Override
  public String actionName(int action) {
    return "arm " + action + " leads";
  }

  @Override
  public Policy policy() {
    return policy;
  }

  @Override
  public void usePolicy(Policy policy) {
    this.policy = policy;
  }

  @Override
  public int decisionPeriodTicks() {
    return motion.decisionPeriodTicks();
  }
}
