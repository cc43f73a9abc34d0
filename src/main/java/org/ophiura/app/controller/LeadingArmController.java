package org.ophiura.app.controller;

import java.util.random.RandomGenerator;
import org.ophiura.learning.DecidingController;
import org.ophiura.learning.Policy;
import org.ophiura.learning.StateIndexer;
import org.ophiura.motion.cpg.Cpg;
import org.ophiura.motion.cpg.InitialRanges;
import org.ophiura.motion.cpg.JointMapping;
import org.ophiura.motion.drive.JointDrive;
import org.ophiura.motion.gait.DecisionSchedule;
import org.ophiura.motion.gait.GaitModulator;
import org.ophiura.sim.JointCommand;
import org.ophiura.sim.PlantState;

/**
 * Lets a policy choose which arm leads, a gait turn that choice into slow commands, and a central
 * pattern generator turn those into joint targets, which a drive turns into set-points of the
 * actuators.
 */
public final class LeadingArmController implements DecidingController {
  private final String indexerId;
  private final StateIndexer indexer;
  private final GaitModulator gait;
  private final DecisionSchedule schedule;
  private final Cpg cpg;
  private final InitialRanges initialRanges;
  private final JointMapping joints;
  private final JointDrive drive;
  private final double[] targets;

  private Policy policy;
  private RandomGenerator random = RandomGenerator.getDefault();
  private int tick;
  private int action;

  /**
   * Joins the parts; see {@link LeadingArmPlugin} for how they are made.
   *
   * @param schedule decision period, and the rests at the ends of a decision
   */
  LeadingArmController(
      String indexerId,
      StateIndexer indexer,
      Policy policy,
      GaitModulator gait,
      DecisionSchedule schedule,
      Cpg cpg,
      InitialRanges initialRanges,
      JointMapping joints,
      JointDrive drive) {
    this.indexerId = indexerId;
    this.indexer = indexer;
    this.policy = policy;
    this.gait = gait;
    this.schedule = schedule;
    this.cpg = cpg;
    this.initialRanges = initialRanges;
    this.joints = joints;
    this.drive = drive;
    targets = new double[joints.size()];
  }

  @Override
  public void reset(PlantState initial, RandomGenerator random) {
    this.random = random;
    tick = 0;
    cpg.reset(random, initialRanges);
    policy.beginEpisode();
  }

  /** State to index to leading arm to gait to pattern generator to joint targets to set-points. */
  @Override
  public void update(PlantState state, double periodSeconds, JointCommand out) {
    if (tick == 0) {
      action = policy.choose(indexer.indexOf(state), random);
    }
    if (schedule.startsAfresh(tick)) {
      cpg.reset(random, initialRanges);
    }
    gait.modulate(action, cpg.parameters());
    schedule.rest(tick, cpg.parameters());
    cpg.step();
    joints.read(cpg, targets);
    drive.apply(targets, state, out);
    tick = tick + 1 == schedule.periodTicks() ? 0 : tick + 1;
  }

  /** The pattern generator, live: for those who record or show it. */
  public Cpg cpg() {
    return cpg;
  }

  /** The arm that leads, or the latest action of a gait that means something else by it. */
  public int action() {
    return action;
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
    return gait.actionCount();
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
    return schedule.periodTicks();
  }
}
